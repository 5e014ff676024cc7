import { type Release, readRelease } from '../core/kube/index.ts';
import { WrongUse } from './command.ts';

/** A release as it is typed; `undefined` if none was. */
export function readReleaseOption(text: string | undefined): Release | undefined {
  const release = readRelease(text ?? '');
  if (text !== undefined && !release) {
    throw new WrongUse(`expected a version such as 1.20.2, found \`${text}\``);
  }
  return release;
}
