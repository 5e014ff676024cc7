/**
 * Builds `src/core/kube/version-table.json`: which releases of Kubernetes log a message from which line.
 *
 *     node scripts/version-table.ts <folder>
 *
 * The folder holds clones of kubernetes/apiserver, client-go, kube-aggregator and klog (bare ones do), named as here.
 * Every tag `kubernetes-1.N.P` is searched; what is written is data with its source, read by `src/core/kube`.
 */
import { writeFileSync } from 'node:fs';
import { clonesIn } from './clones.ts';

type Repository = 'apiserver' | 'client-go' | 'kube-aggregator';

/** A path in the repository, or the name of a file that moved within it. */
type File = string;

/** A piece of the source line that logs it; a piece of the message, where that is another: other messages of the same line say nothing. */
type Message = readonly [source: string, text?: string];

/** Messages that components log at their usual verbosity, on one line of source. */
const PLACES: readonly (readonly [Repository, File, ...Message])[] = [
  ['apiserver', 'pkg/server/secure_serving.go', '"Serving securely on', 'Serving securely on '],
  ['apiserver', 'pkg/server/secure_serving.go', 'Initial population of default serving certificate failed: '],
  ['apiserver', 'pkg/server/secure_serving.go', 'Initial population of client CA failed: '],
  [
    'apiserver',
    'pkg/server/healthz/healthz.go',
    'Installing health checkers for',
    'Installing health checkers for ',
  ],
  [
    'apiserver',
    'pkg/server/dynamiccertificates/tlsconfig.go',
    'Starting DynamicServingCertificateController',
  ],
  [
    'apiserver',
    'pkg/server/dynamiccertificates/tlsconfig.go',
    'Shutting down DynamicServingCertificateController',
  ],
  ['apiserver', 'pkg/server/options/serving.go', 'Generated self-signed cert'],
  ['apiserver', 'pkg/server/options/etcd.go', 'Dropping watch-cache-size for '],
  ['apiserver', 'pkg/server/genericapiserver.go', 'Skipping API '],
  ['apiserver', 'pkg/server/hooks.go', 'PostStartHook '],
  [
    'apiserver',
    'pkg/admission/plugins.go',
    'mutating admission controller(s) successfully in the following order: ',
  ],
  [
    'apiserver',
    'pkg/admission/plugins.go',
    'validating admission controller(s) successfully in the following order: ',
  ],
  [
    'apiserver',
    'pkg/admission/plugin/webhook/mutating/dispatcher.go',
    'Failed calling webhook, failing open',
    'failing open',
  ],
  [
    'apiserver',
    'pkg/admission/plugin/webhook/validating/dispatcher.go',
    'Failed calling webhook, failing open',
    'failing open',
  ],
  ['apiserver', 'controller.go', 'quota admission added evaluator for: '],
  ['apiserver', 'requestheader_controller.go', 'Unable to get configmap/'],
  ['apiserver', 'requestheader_controller.go', 'Loaded a new request header values for '],
  ['apiserver', 'status.go', 'apiserver received an error that is not an metav1.Status'],
  ['apiserver', 'pkg/storage/etcd3/compact.go', 'etcd: endpoint ('],
  [
    'apiserver',
    'pkg/util/flowcontrol/apf_controller.go',
    'Starting API Priority and Fairness config controller',
  ],
  ['apiserver', 'pkg/util/flowcontrol/apf_controller.go', 'Running API Priority and Fairness config worker'],
  [
    'kube-aggregator',
    'pkg/controllers/openapi/controller.go',
    'loading OpenAPI spec for',
    'loading OpenAPI spec for ',
  ],
  [
    'kube-aggregator',
    'pkg/controllers/openapiv3/controller.go',
    'loading OpenAPI spec for',
    'loading OpenAPI spec for ',
  ],
  [
    'kube-aggregator',
    'pkg/controllers/openapi/controller.go',
    'OpenAPI AggregationController: Processing item ',
  ],
  ['kube-aggregator', 'pkg/controllers/openapi/controller.go', 'Starting OpenAPI AggregationController'],
  ['kube-aggregator', 'pkg/controllers/openapi/aggregator/aggregator.go', 'Updating OpenAPI spec because '],
  ['kube-aggregator', 'available_controller.go', 'Starting AvailableConditionController'],
  ['kube-aggregator', 'pkg/apiserver/apiservice_controller.go', 'Starting APIServiceRegistrationController'],
  ['kube-aggregator', 'autoregister_controller.go', 'Starting autoregister controller'],
  ['kube-aggregator', 'pkg/controllers/cache.go', 'Waiting for caches to sync for '],
  ['kube-aggregator', 'pkg/controllers/cache.go', 'Caches are synced for '],
  [
    'client-go',
    'tools/cache/reflector.go',
    'HandleError(fmt.Errorf("%s: Failed to watch %v',
    ': Failed to watch ',
  ],
  ['client-go', 'tools/cache/reflector.go', '%s: failed to list %v: %v', ': failed to list '],
  ['client-go', 'tools/cache/reflector.go', '%s: watch of %v ended with: %v', ' ended with: '],
  ['client-go', 'tools/cache/reflector.go', '%s: watch of %v closed with: %v', ' closed with: '],
  ['client-go', 'tools/cache/shared_informer.go', 'Waiting for caches to sync for '],
  ['client-go', 'tools/cache/shared_informer.go', 'Caches are synced for '],
  ['client-go', 'tools/leaderelection/leaderelection.go', 'attempting to acquire leader lease '],
  ['client-go', 'tools/leaderelection/leaderelection.go', 'successfully acquired lease '],
  ['client-go', 'tools/leaderelection/leaderelection.go', 'failed to renew lease '],
  ['client-go', 'tools/leaderelection/leaderelection.go', 'error retrieving resource lock '],
  ['client-go', 'tools/leaderelection/leaderelection.go', 'Failed to update lock: '],
  ['client-go', 'tools/record/event.go', "Unable to write event '"],
  ['client-go', 'tools/record/event.go', "Server rejected event '"],
  ['client-go', 'rest/request.go', 'Throttling request took '],
  [
    'client-go',
    'transport/cert_rotation.go',
    'certificate rotation detected, shutting down client connections',
  ],
  ['client-go', 'transport/cert_rotation.go', 'Starting client certificate rotation controller'],
  ['client-go', 'tools/clientcmd/client_config.go', 'Neither --kubeconfig nor --master was specified.'],
  [
    'client-go',
    'tools/clientcmd/client_config.go',
    'error creating inClusterConfig, falling back to default config',
  ],
];

const folder = process.argv[2];
if (!folder) throw new Error('usage: node scripts/version-table.ts <folder with the clones>');

const git = clonesIn(folder);

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
const missing: string[] = [];

for (const [repository, file, source, text = source] of PLACES) {
  const all = releases(repository);
  const byLine = new Map<number, Set<string>>();
  const paths = new Set<string>();
  const pathspec = file.includes('/') ? file : `:(glob)**/${file}`;
  for (const version of all) {
    const found = git(repository, 'grep', '-n', '-F', source, `kubernetes-${version}`, '--', pathspec);
    for (const hit of found.split('\n').filter(Boolean)) {
      const [, path = '', number] = hit.split(':');
      if (path.endsWith('_test.go')) continue;
      paths.add(path);
      const line = Number(number);
      byLine.set(line, (byLine.get(line) ?? new Set()).add(version));
    }
  }
  if (byLine.size === 0) missing.push(`${repository} ${file}: \`${source}\``);
  places.push({
    file: file.slice(file.lastIndexOf('/') + 1),
    text,
    source: `kubernetes/${repository} ${[...paths].join(', ')}`,
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

if (missing.length > 0) throw new Error(`in no release:\n${missing.join('\n')}`);
writeFileSync(
  'src/core/kube/version-table.json',
  `${JSON.stringify({ built: new Date().toISOString().slice(0, 10), places }, null, 1)}\n`,
);
console.log(`${places.length} places`);
