import { readNumber } from '../text/index.ts';

/** A release of Kubernetes 1: its minor, and its patch where it is known. */
export interface Release {
  readonly minor: number;
  readonly patch?: number;
}

/**
 * Reads `v1.20.2`, `1.7` or `v1.28.3-gke.100`; what stands behind the patch is a vendor's and is passed over.
 * `undefined` for anything else, releases of a major version other than 1 among them.
 */
export function readRelease(text: string): Release | undefined {
  const from = text.startsWith('v') ? 1 : 0;
  if (!text.startsWith('1.', from)) return undefined;
  const minor = readNumber(text, from + 2);
  if (!minor || minor.value > 999) return undefined;
  const next = text.charAt(minor.to);
  if (next !== '.') return next === '' || '-+ '.includes(next) ? { minor: minor.value } : undefined;
  const patch = readNumber(text, minor.to + 1);
  return patch && patch.value <= 999 ? { minor: minor.value, patch: patch.value } : undefined;
}

/** `1.20.2`, or `1.20` without a patch. */
export const releaseName = ({ minor, patch }: Release): string =>
  patch === undefined ? `1.${minor}` : `1.${minor}.${patch}`;
