/**
 * Builds `src/core/kube/klog-sites.json`: from which lines which releases of Kubernetes log.
 *
 *     node scripts/klog-sites.ts <folder>
 *
 * The folder holds clones of the libraries of Kubernetes (see REPOSITORIES; bare ones do), named as here. Every tag
 * `kubernetes-1.N.P` from 1.16 on is searched for calls of klog, of `HandleError` and of loggers. The files of the
 * components themselves are not in these repositories.
 */
import { writeFileSync } from 'node:fs';
import { clonesIn } from './clones.ts';

const REPOSITORIES = [
  'apimachinery',
  'apiserver',
  'client-go',
  'component-base',
  'kube-aggregator',
  'kubectl',
];

const OLDEST_MINOR = 16;

/** A call of a logger: klog reports the line on which its name stands. */
const CALL = [
  String.raw`klog(\.V\([^)]*\))?\.(Info|Warning|Error|Fatal|Exit)[A-Za-z]*\(`,
  String.raw`klog\.(FromContext|TODO|Background|LoggerWithName|V)\(.*\)\.(Info|Error)[A-Za-z]*\(`,
  String.raw`untime\.HandleError[A-Za-z]*\(`,
  String.raw`[lL]ogger(\.V\([^)]*\))?\.(Info|Error)[A-Za-z]*\(`,
].join('|');

const folder = process.argv[2];
if (!folder) throw new Error('usage: node scripts/klog-sites.ts <folder with the clones>');

const git = clonesIn(folder);

const order = (version: string): number =>
  version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);

const releasesOf = (repository: string): string[] =>
  git(repository, 'tag', '--list', 'kubernetes-1.*')
    .split('\n')
    .map((tag) => tag.slice('kubernetes-'.length))
    .filter((version) => /^1\.\d+\.\d+$/.test(version) && Number(version.split('.')[1]) >= OLDEST_MINOR);

/** The calls of one release: `path:line`. */
function callsOf(repository: string, version: string): string[] {
  const found = git(repository, 'grep', '-nE', CALL, `kubernetes-${version}`, '--', '*.go', ':!*_test.go');
  return found
    .split('\n')
    .filter(Boolean)
    .map((hit) => hit.split(':').slice(1, 3).join(':'));
}

const all = [...new Set(REPOSITORIES.flatMap(releasesOf))].sort((a, b) => order(a) - order(b));

/** `3-9,12` of the places in the list of all releases. */
function ranges(chosen: readonly number[]): string {
  const out: string[] = [];
  let first: number | undefined;
  let last: number | undefined;
  for (const index of [...chosen, Infinity]) {
    if (first !== undefined && last !== undefined && index !== last + 1) {
      out.push(first === last ? `${first}` : `${first}-${last}`);
      first = undefined;
    }
    first ??= index;
    last = index;
  }
  return out.join(',');
}

const files: Record<string, Record<string, string>> = {};
for (const repository of REPOSITORIES) {
  const releases = new Set(releasesOf(repository));
  const sites = new Map<string, number[]>();
  for (const [index, version] of all.entries()) {
    if (!releases.has(version)) continue;
    for (const site of callsOf(repository, version)) sites.set(site, [...(sites.get(site) ?? []), index]);
  }
  for (const [site, chosen] of sites) {
    const colon = site.lastIndexOf(':');
    const path = `${repository}/${site.slice(0, colon)}`;
    (files[path] ??= {})[site.slice(colon + 1)] = ranges(chosen);
  }
}

/** One string a file: `116:0-12;197:13-40,44`. Lines in order, so that a change of one release is a small difference. */
const rows = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, lines]) => [
    path,
    Object.entries(lines)
      .map(([line, found]) => `${line}:${found}`)
      .join(';'),
  ]);

const built = new Date().toISOString().slice(0, 10);
writeFileSync(
  'src/core/kube/klog-sites.json',
  `${JSON.stringify({ built, releases: all, files: Object.fromEntries(rows) }, null, 1)}\n`,
);
console.log(`${rows.length} files of ${all.length} releases`);
