import type { Component, Release } from '../kube/index.ts';
import { secretValueStart } from '../redact/index.ts';
import type { CommandLine } from '../shell/index.ts';
import type { Span } from '../text/index.ts';
import type { KubeletConfig } from './kubelet-config.ts';
import type { FlagToken } from './tokens.ts';

/** Every kind of finding, worst first in each group; runbooks name them. */
export const FLAG_FINDINGS = [
  /** The kubelet has no API server to talk to. */
  'standalone',
  /** Alone, and told to ask the API server about tokens: it exits. */
  'no-client',
  'removed-flag',
  'not-yet-flag',
  'refused-value',
  'bad-value',
  /** The next flag is taken for the value of one that has none. */
  'swallowed-flag',
  'removed-gate',
  'missing-flag',
  /** No release takes both flags. */
  'no-common-release',
  'stray-word',
  'single-dash',
  'underscore',
  'empty-argument',
  /** In both lists of admission plugins. */
  'plugin-on-and-off',
  'register-node-off',
  /** Lines below a severity do not reach the terminal. */
  'hidden-severities',
  'differing-duplicate',
  'same-duplicate',
  'ignored-beside',
  'inert-flag',
  'ignored-log-flags',
  'flag-over-config',
  'deprecated-flag',
  'config-file-flags',
  'unknown-flag',
] as const;

export type FlagFindingKind = (typeof FLAG_FINDINGS)[number];

/** `error`: it does not start, or not do its work. `warning`: it does something else than it seems. */
export type FlagSeverity = 'error' | 'warning' | 'note';

/** How the command line has to change. */
export type FlagFix =
  | { readonly kind: 'drop'; readonly token: FlagToken }
  | { readonly kind: 'replace'; readonly token: FlagToken; readonly words: readonly string[] }
  | { readonly kind: 'add'; readonly words: readonly string[] };

export interface FlagFinding {
  readonly kind: FlagFindingKind;
  readonly severity: FlagSeverity;
  /** The words that it is about; the whole command line for what is missing. */
  readonly span: Span;
  /** The flag that it is about, if it is one. */
  readonly token?: FlagToken;
  /** What the words about it name: flag, value, release. */
  readonly facts: Readonly<Record<string, string>>;
  /** See `sourceWords`. */
  readonly sources: readonly string[];
  readonly fixes: readonly FlagFix[];
}

/** What a rule may ask. */
export interface Audited {
  readonly component: Component;
  readonly command: CommandLine;
  /** `undefined`: not known; rules then say from which release on something holds. */
  readonly release: Release | undefined;
  readonly tokens: readonly FlagToken[];
  /** Whether the paste shows the whole command line: nothing cut, no variable without its value. */
  readonly complete: boolean;
  readonly config: KubeletConfig | undefined;
}

export type FlagRule = (audited: Audited) => readonly FlagFinding[];

/** The flags of a name, as pflag counts them: in order. */
export const tokensOf = ({ tokens }: Pick<Audited, 'tokens'>, name: string): FlagToken[] =>
  tokens.filter((token) => token.kind === 'flag' && token.name === name);

/** The value that counts, the last; `true` for a switch without one; `undefined` if the flag is not given. */
export function valueOf(audited: Pick<Audited, 'tokens'>, name: string): string | undefined {
  const last = tokensOf(audited, name).at(-1);
  return last && (last.value ?? 'true');
}

const TRUE: ReadonlySet<string> = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE: ReadonlySet<string> = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/** The words of Go's [strconv.ParseBool](https://pkg.go.dev/strconv#ParseBool); `undefined` for any other. */
export const parseBool = (text: string): boolean | undefined =>
  TRUE.has(text) ? true : FALSE.has(text) ? false : undefined;

/** A token's value as a sentence may show it: a secret is masked. */
export const shownValue = ({ name, value = 'true' }: FlagToken): string =>
  secretValueStart(`--${name}=${value}`) === undefined ? value : '••••••';

export const isOn = (audited: Pick<Audited, 'tokens'>, name: string): boolean =>
  parseBool(valueOf(audited, name) ?? 'false') === true;
