import { readNumber } from '../text/index.ts';
import table from './klog-sites.json' with { type: 'json' };

/** A place in the source of Kubernetes that may have logged a line. */
export interface KlogCandidate {
  readonly repository: 'kubernetes/kubernetes';
  /** From the root of that repository: `staging/src/k8s.io/apiserver/pkg/server/secure_serving.go`. */
  readonly path: string;
  /** What speaks for it: that release logs from this line, other releases do, or only the file's name is the same. */
  readonly fits: 'release' | 'line' | 'name';
  /** The releases that log from this line: `1.19.0–1.19.14`. */
  readonly releases: readonly string[];
}

/**
 * The places that a klog header's `file.go:123` may mean: klog prints a file's name without its folders. Only the
 * candidates of the best kind that there are; none if no library of that release has a file of that name that logs.
 *
 * The table holds the libraries in `staging/` from 1.16 on, not the files of the components themselves, and a fork or
 * a vendored copy may have lines of its own: a candidate is no proof. Source: `scripts/klog-sites.ts`, which searches the
 * tags of https://github.com/kubernetes/apiserver and its neighbours.
 */
export function klogCandidates(file: string, line: number, version?: string): KlogCandidate[] {
  const release = version === undefined ? -1 : table.releases.indexOf(plain(version));
  const found = Object.entries<string>(table.files)
    .filter(([path, sites]) => path.endsWith(`/${file}`) && (release < 0 || logsIn(sites, release)))
    .map(([path, sites]): KlogCandidate => {
      const ranges = rangesOf(sites, line);
      const exact = ranges.some(([first, last]) => release >= first && release <= last);
      return {
        repository: 'kubernetes/kubernetes',
        path: `staging/src/k8s.io/${path}`,
        fits: exact ? 'release' : ranges.length > 0 ? 'line' : 'name',
        releases: ranges.map(display),
      };
    });
  const best = (['release', 'line', 'name'] as const).find((kind) => found.some(({ fits }) => fits === kind));
  return found.filter(({ fits }) => fits === best);
}

/** `v1.20.2`, `1.20.2-gke.100`, `1.20.2+abc` → `1.20.2`. */
function plain(version: string): string {
  const from = version.startsWith('v') ? 1 : 0;
  const ends = ['-', '+'].map((sign) => version.indexOf(sign)).filter((at) => at > 0);
  return version.slice(from, Math.min(version.length, ...ends));
}

/** From the first to the last, both included, as places in the list of releases. */
type Range = readonly [first: number, last: number];

/** Whether the file, of that name and with any call at all, is in the release. */
const logsIn = (sites: string, release: number): boolean =>
  sites
    .split(';')
    .some((site) =>
      rangesOf(site, Number.parseInt(site, 10)).some(([first, last]) => release >= first && release <= last),
    );

/** What `116:0-12;197:13-40,44` says of line 197. */
function rangesOf(sites: string, line: number): Range[] {
  const start = `${line}:`;
  const site = sites.split(';').find((one) => one.startsWith(start));
  return (site?.slice(start.length).split(',') ?? []).flatMap((text): Range[] => {
    const first = readNumber(text, 0);
    if (!first) return [];
    return [[first.value, readNumber(text, first.to + 1)?.value ?? first.value]];
  });
}

function display([first, last]: Range): string {
  const [from = '', to = ''] = [table.releases[first], table.releases[last]];
  return first === last ? from : `${from}–${to}`;
}
