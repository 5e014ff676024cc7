import type { Frame, Goroutine } from './frame.ts';
import { isOwn } from './libraries.ts';
import { placesOf } from './unread-frames.ts';

/** Frames in a row that come from one module, library or folder. */
export interface FrameGroup {
  /** `k8s.io/apiserver@v0.17.3`, `standard library`, a repository, or the package of local code. */
  readonly key: string;
  readonly kind: 'module' | 'repository' | 'goroot' | 'package' | 'runtime' | 'local' | 'unknown';
  readonly frames: readonly Frame[];
}

/** Folds a goroutine's frames by where their code lives; joined, the groups give the frames back in order. */
export function foldFrames(goroutine: Goroutine): FrameGroup[] {
  const groups: { key: string; kind: FrameGroup['kind']; frames: Frame[] }[] = [];
  for (const frame of goroutine.frames) {
    const { key, kind } = homeOf(frame);
    const last = groups.at(-1);
    if (last?.key === key) last.frames.push(frame);
    else groups.push({ key, kind, frames: [frame] });
  }
  return groups;
}

/** The first frame from the top whose code is no library: the place to start reading. */
export function firstOwnFrame(goroutine: Goroutine): Frame | undefined {
  const at = placesOf(goroutine).findIndex(isOwn);
  return at < 0 ? undefined : goroutine.frames[at];
}

/** Each module that the frames name with a version, once, in order of appearance. */
export function modulesOf(goroutine: Goroutine): string[] {
  const keys = goroutine.frames.map(homeOf).filter(({ kind }) => kind === 'module');
  return [...new Set(keys.map(({ key }) => key))];
}

function homeOf({ location, symbol }: Frame): Pick<FrameGroup, 'key' | 'kind'> {
  switch (location?.kind) {
    case 'module':
      return { kind: 'module', key: `${location.module}@${location.version}` };
    case 'repository':
      return { kind: 'repository', key: location.repository };
    case 'goroot':
      return { kind: 'goroot', key: location.goVersion ? `go${location.goVersion}` : 'go' };
    case 'package':
      return {
        kind: 'package',
        key: location.version ? `${location.name}@${location.version}` : location.name,
      };
    case 'runtime':
      return {
        kind: 'runtime',
        key: location.version ? `${location.language} ${location.version}` : location.language,
      };
    case 'local':
      return { kind: 'local', key: symbol.package || location.file };
    case undefined:
      return { kind: 'unknown', key: symbol.package };
  }
}
