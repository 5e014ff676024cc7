/**
 * Builds `src/core/kube/version-table.json`: which releases of Kubernetes log a message from which line.
 *
 *     node scripts/version-table.ts <folder>
 *
 * The folder holds clones of kubernetes/apiserver, client-go, kube-aggregator and klog (bare ones do), named as here.
 * Every tag `kubernetes-1.N.P` is searched; what is written is data with its source, read by `src/core/kube`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Place {
  readonly repository: 'apiserver' | 'client-go' | 'kube-aggregator';
  readonly file: string;
  /** A piece of the source line that logs it. */
  readonly source: string;
  /** A piece of the message as it is logged: other messages of the same line number say nothing. */
  readonly text: string;
}

const PLACES: readonly Place[] = [
  {
    repository: 'apiserver',
    file: 'pkg/server/secure_serving.go',
    source: '"Serving securely on',
    text: 'Serving securely on ',
  },
  {
    repository: 'apiserver',
    file: 'pkg/server/healthz/healthz.go',
    source: 'Installing health checkers for',
    text: 'Installing health checkers for ',
  },
  {
    repository: 'kube-aggregator',
    file: 'pkg/controllers/openapi/controller.go',
    source: 'loading OpenAPI spec for',
    text: 'loading OpenAPI spec for ',
  },
  {
    repository: 'kube-aggregator',
    file: 'pkg/controllers/openapiv3/controller.go',
    source: 'loading OpenAPI spec for',
    text: 'loading OpenAPI spec for ',
  },
  {
    repository: 'client-go',
    file: 'tools/cache/reflector.go',
    source: 'HandleError(fmt.Errorf("%s: Failed to watch %v',
    text: ': Failed to watch ',
  },
];

const folder = process.argv[2];
if (!folder) throw new Error('usage: node scripts/version-table.ts <folder with the clones>');

const gitDirectory = (repository: string): string => {
  const names = [
    join(folder, repository),
    join(folder, `${repository}.git`),
    join(folder, `kubernetes+${repository}`, 'repo'),
  ];
  const found = names.find((path) => existsSync(join(path, 'HEAD')) || existsSync(join(path, '.git')));
  if (!found) throw new Error(`no clone of kubernetes/${repository} in ${folder}`);
  return existsSync(join(found, '.git')) ? join(found, '.git') : found;
};

function git(repository: string, ...args: string[]): string {
  try {
    return execFileSync('git', ['--git-dir', gitDirectory(repository), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  } catch {
    return '';
  }
}

/** Releases as `1.20.11`, in order. */
function releases(repository: string): string[] {
  const number = (version: string): number =>
    version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
  return git(repository, 'tag', '--list', 'kubernetes-1.*')
    .split('\n')
    .map((tag) => tag.slice('kubernetes-'.length))
    .filter((version) => /^1\.\d+\.\d+$/.test(version))
    .sort((a, b) => number(a) - number(b));
}

/** `1.20.0-1.20.10` for releases that follow each other in the list. */
function ranges(all: readonly string[], chosen: ReadonlySet<string>): string[] {
  const out: string[] = [];
  let first: string | undefined;
  let last: string | undefined;
  for (const version of [...all, '']) {
    if (version !== '' && chosen.has(version)) {
      first ??= version;
      last = version;
    } else if (first && last) {
      out.push(`${first}-${last}`);
      first = last = undefined;
    }
  }
  return out;
}

const byRanges = (all: readonly string[], byLine: ReadonlyMap<number, ReadonlySet<string>>): Row['lines'] =>
  Object.fromEntries([...byLine].map(([line, versions]) => [line, ranges(all, versions)]));

interface Row {
  readonly file: string;
  /** A piece of a log line's message … */
  readonly text?: string;
  /** … or the symbol of a stack's frame. */
  readonly symbol?: string;
  readonly source: string;
  /** Ranges of releases by line number. */
  readonly lines: Readonly<Record<number, readonly string[]>>;
}

const places: Row[] = [];

for (const place of PLACES) {
  const all = releases(place.repository);
  const byLine = new Map<number, Set<string>>();
  for (const version of all) {
    const found = git(
      place.repository,
      'grep',
      '-n',
      '-F',
      place.source,
      `kubernetes-${version}`,
      '--',
      place.file,
    );
    for (const hit of found.split('\n').filter(Boolean)) {
      const line = Number(hit.split(':')[2]);
      byLine.set(line, (byLine.get(line) ?? new Set()).add(version));
    }
  }
  places.push({
    file: place.file.split('/').at(-1) ?? place.file,
    text: place.text,
    source: `kubernetes/${place.repository} ${place.file}`,
    lines: byRanges(all, byLine),
  });
}

/** Stacks that klog prints show its own line, and go.mod says which klog a release of apiserver has. */
function addKlogFrames(): void {
  const all = releases('apiserver');
  const byLine = new Map<number, Set<string>>();
  for (const release of all) {
    const module = git(
      'apiserver',
      'grep',
      '-h',
      'k8s.io/klog/v2 v',
      `kubernetes-${release}`,
      '--',
      'go.mod',
    );
    const klog = /k8s\.io\/klog\/v2 (v[0-9.]+)/.exec(module)?.[1];
    if (!klog) continue;
    const found = git('klog', 'grep', '-n', '-F', 'runtime.Stack(trace, all)', klog, '--', 'klog.go');
    const line = Number(found.split(':')[2]);
    if (line > 0) byLine.set(line, (byLine.get(line) ?? new Set()).add(release));
  }
  places.push({
    file: 'klog.go',
    symbol: 'k8s.io/klog/v2.stacks',
    source: 'kubernetes/klog klog.go, by kubernetes/apiserver go.mod',
    lines: byRanges(all, byLine),
  });
}

addKlogFrames();

writeFileSync(
  'src/core/kube/version-table.json',
  `${JSON.stringify({ built: new Date().toISOString().slice(0, 10), places }, null, 1)}\n`,
);
console.log(`${places.length} places`);
