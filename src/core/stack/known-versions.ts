import type { Goroutine } from './frame.ts';
import type { KnownVersions } from './source-link.ts';
import { placesOf } from './unread-frames.ts';

/**
 * Gathers from goroutines what their paths tell about versions that other paths leave out: `k8s.io/apiserver@v0.17.3`
 * tells that vendored Kubernetes code of the same program is 1.17.3. The first path that tells counts.
 */
export function createVersionsSeen(): { push(goroutine: Goroutine): void; known(): KnownVersions } {
  let known: KnownVersions = {};
  return {
    push(goroutine) {
      if (known.kubernetes !== undefined) return;
      for (const { location } of placesOf(goroutine)) {
        if (location?.kind !== 'module' || !location.module.startsWith('k8s.io/')) continue;
        const minor = location.version.startsWith('v0.') ? location.version.slice('v0.'.length) : '';
        // A pseudo-version (`v0.0.0-20201110031124-69a78807bb2b`) names no release.
        if (minor === '' || minor.startsWith('0.') || minor.includes('-')) continue;
        known = { kubernetes: `1.${minor}` };
        return;
      }
    },
    known: () => known,
  };
}
