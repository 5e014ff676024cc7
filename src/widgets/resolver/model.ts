import {
  type Behaviour,
  type ConfigFiles,
  GO_MINORS,
  type LookupInput,
  SERVER_BEHAVIOURS,
  readGoRelease,
  splitHeadOutput,
} from '../../core/resolve/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { ResolverReport } from './job.ts';

/** What a link may carry: nothing of it comes out of a file or names a machine. */
export interface LinkSettings {
  /** Of Go 1. */
  readonly minor: number;
  readonly build: 'static' | 'cgo';
  readonly netdns: '' | 'go' | 'cgo';
  readonly environment: boolean;
  /** By the place of the nameserver in resolv.conf. */
  readonly servers: readonly Behaviour[];
  /** In seconds; 0: none. */
  readonly limit: number;
}

export interface ResolverSettings extends LinkSettings {
  readonly name: string;
  readonly hostname: string;
  /** What a nameserver that answers says. */
  readonly answer: string;
}

/** The text of each file; an empty one is a file that is missing, which is the same to Go. */
export type FileTexts = Readonly<Record<keyof ConfigFiles, string>>;

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'result'; readonly report: ResolverReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface ResolverState {
  readonly language: Language;
  readonly files: FileTexts;
  readonly settings: ResolverSettings;
  readonly phase: Phase;
  /** The result is of other input than what stands in the fields now. */
  readonly stale: boolean;
  /** The files of a paste of the page. */
  readonly offered: FileTexts | undefined;
}

export type ResolverEvent =
  | { readonly type: 'input'; readonly files: FileTexts; readonly settings: ResolverSettings }
  | { readonly type: 'fill'; readonly files: FileTexts }
  | { readonly type: 'clear' }
  | { readonly type: 'offer'; readonly text: string }
  | { readonly type: 'answered'; readonly report: ResolverReport }
  | { readonly type: 'failed'; readonly message: string };

export const USUAL_HOSTS = '127.0.0.1 localhost\n::1 localhost\n';
export const EMPTY_FILES: FileTexts = { hosts: USUAL_HOSTS, resolvConf: '', nsswitch: '' };

export const DEFAULT_SETTINGS: ResolverSettings = {
  minor: 15,
  build: 'static',
  netdns: '',
  environment: false,
  servers: ['silent', 'silent', 'silent'],
  limit: 30,
  name: 'localhost',
  hostname: '',
  answer: '203.0.113.7',
};

/** A longer wait for one lookup is nobody's setting. */
export const MAX_LIMIT = 3600;

export const emptyState = (language: Language, settings: Partial<LinkSettings>): ResolverState => ({
  language,
  files: EMPTY_FILES,
  settings: { ...DEFAULT_SETTINGS, ...settings },
  phase: { kind: 'empty' },
  stale: false,
  offered: undefined,
});

export function update(state: ResolverState, event: ResolverEvent): ResolverState {
  const stale = state.phase.kind === 'result';
  switch (event.type) {
    case 'input':
      return { ...state, files: event.files, settings: event.settings, stale };
    case 'fill':
      return { ...state, files: event.files, stale, offered: undefined };
    case 'clear':
      return { ...state, files: EMPTY_FILES, phase: { kind: 'empty' }, stale: false };
    case 'offer': {
      const files = filesOf(event.text);
      return files ? { ...state, offered: files } : state;
    }
    case 'answered':
      return { ...state, phase: { kind: 'result', report: event.report }, stale: false };
    case 'failed':
      return { ...state, phase: { kind: 'failed', message: event.message }, stale: false };
  }
}

/** The three files of the output of `head`, the usual hosts where it has none. */
export function filesOf(text: string): FileTexts | undefined {
  const files = splitHeadOutput(text);
  if (!files) return undefined;
  return {
    hosts: 'hosts' in files ? (files.hosts ?? '') : USUAL_HOSTS,
    resolvConf: files.resolvConf ?? '',
    nsswitch: files.nsswitch ?? '',
  };
}

export function inputOf({ files, settings }: Pick<ResolverState, 'files' | 'settings'>): LookupInput {
  const { minor, build, netdns, environment, servers, limit, name, hostname, answer } = settings;
  return {
    go: { minor },
    build,
    netdns,
    environment,
    files: {
      hosts: files.hosts,
      resolvConf: files.resolvConf === '' ? undefined : files.resolvConf,
      nsswitch: files.nsswitch === '' ? undefined : files.nsswitch,
    },
    name,
    hostname,
    servers: servers.map((kind) => (kind === 'answers' ? { kind, addresses: [answer] } : { kind })),
    limit: limit === 0 ? undefined : limit,
  };
}

export function settingsQuery({ minor, build, netdns, environment, servers, limit }: LinkSettings): string {
  const query = new URLSearchParams({ go: `1.${minor}`, servers: servers.join('.'), limit: String(limit) });
  if (build === 'cgo') query.set('cgo', '1');
  if (netdns !== '') query.set('netdns', netdns);
  if (environment) query.set('environment', '1');
  return query.toString();
}

/** The settings of a link; what does not read as a setting is left at its default. */
export function readSettings(query: string): Partial<LinkSettings> {
  const given = new URLSearchParams(query);
  const go = readGoRelease(given.get('go') ?? '');
  const words = (given.get('servers') ?? '').split('.').slice(0, DEFAULT_SETTINGS.servers.length);
  const servers = DEFAULT_SETTINGS.servers.map(
    (usual, index) => SERVER_BEHAVIOURS.find((behaviour) => behaviour === words[index]) ?? usual,
  );
  const limit = readLimit(given.get('limit') ?? '');
  const netdns = (['go', 'cgo'] as const).find((mode) => mode === given.get('netdns'));
  return {
    ...(go ? { minor: go.minor } : {}),
    ...(given.has('servers') ? { servers } : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(netdns ? { netdns } : {}),
    ...(given.has('cgo') ? { build: 'cgo' as const } : {}),
    ...(given.has('environment') ? { environment: true } : {}),
  };
}

/** Seconds from 0, which is none, to {@link MAX_LIMIT}; or nothing. */
export function readLimit(text: string): number | undefined {
  const limit = Number(text);
  return text.trim() !== '' && limit >= 0 && limit <= MAX_LIMIT ? limit : undefined;
}

/** The releases to choose from, the newest first. */
export const MINORS: readonly number[] = Array.from(
  { length: GO_MINORS.last - GO_MINORS.first + 1 },
  (_, index) => GO_MINORS.last - index,
);
