import { type Component, componentFlag } from '../kube/index.ts';
import type { Argument } from '../shell/index.ts';
import { type Span, readNumber } from '../text/index.ts';

/** A flag with its value, or a word that is none, as pflag tells them apart. */
export interface FlagToken {
  /**
   * `flag`: `--name`, `--name=value`, `--name value`, `-v2`. `single-dash`: `-name=value`, which pflag takes for a row
   * of one-letter flags. `word`: neither. `empty`: an argument without a character. `end`: `--`.
   */
  readonly kind: 'flag' | 'single-dash' | 'word' | 'empty' | 'end';
  /** The name with dashes; empty for what is no flag. */
  readonly name: string;
  /** The name as it is written, without leading dashes: the kubelet takes `_` for `-`. */
  readonly written: string;
  /** `undefined`: none is given, which for a switch means true. */
  readonly value: string | undefined;
  /** The value is the next word, and that was decided without knowing the flag. */
  readonly guessed: boolean;
  /** The words of the command line, one or two. */
  readonly words: readonly string[];
  readonly span: Span;
}

/**
 * Switches that Kubernetes 1.20.2 does not have: gone before, or added later (the rows of changes.json with these
 * names). A word behind one of them is not its value.
 */
const OTHER_SWITCHES: ReadonlySet<string> = new Set([
  'allow-privileged',
  'babysit-daemons',
  'cleanup-iptables',
  'containerized',
  'disable-http2-serving',
  'docker-disable-shared-pid',
  'emulation-forward-compatible',
  'enable-cri',
  'enable-inflight-quota-handler',
  'encryption-provider-config-automatic-reload',
  'etcd-quorum-read',
  'experimental-bootstrap-token-auth',
  'experimental-fail-swap-on',
  'insecure-allow-any-token',
  'log-json-split-stream',
  'log-text-split-stream',
  'permit-address-sharing',
  'repair-malformed-updates',
  'require-kubeconfig',
  'runtime-config-emulation-forward-compatible',
  'shutdown-send-retry-after',
]);

/**
 * Reads the arguments behind the program's name by the rules of [pflag](https://pkg.go.dev/github.com/spf13/pflag):
 * `--name=value` at the first `=`; `--name value`, whatever the value looks like, unless the flag is a switch in
 * Kubernetes 1.20.2; `-v2`. For a flag that 1.20.2 does not have, a following word is taken for its value only if it
 * does not begin with `-`. Nothing is left out.
 */
export function readTokens(component: Component, args: readonly Argument[]): FlagToken[] {
  const tokens: FlagToken[] = [];
  let ended = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at];
    if (!argument) break;
    if (ended || !argument.text.startsWith('-') || argument.text === '-') {
      tokens.push(plain(argument.text === '' ? 'empty' : 'word', argument));
    } else if (argument.text === '--') {
      ended = true;
      tokens.push(plain('end', argument));
    } else {
      const token = readFlag(component, argument, args[at + 1]);
      if (token.words.length === 2) at++;
      tokens.push(token);
    }
  }
  return tokens;
}

const plain = (kind: 'word' | 'empty' | 'end', { text, span }: Argument): FlagToken => ({
  kind,
  name: '',
  written: '',
  value: undefined,
  guessed: false,
  words: [text],
  span,
});

function readFlag(component: Component, { text, span }: Argument, next: Argument | undefined): FlagToken {
  const plainToken = { kind: 'flag', guessed: false, words: [text], span } as const;
  if (isLevel(text)) return { ...plainToken, name: 'v', written: 'v', value: text.slice(2) };
  const from = text.startsWith('--') ? 2 : 1;
  const sign = text.indexOf('=');
  const written = text.slice(from, sign < 0 ? undefined : sign);
  const name = written.replaceAll('_', '-');
  const kind = from === 2 || written.length === 1 ? 'flag' : 'single-dash';
  const token = { ...plainToken, kind, name, written } as const;
  if (sign >= 0) return { ...token, value: text.slice(sign + 1) };
  const known = componentFlag(component, name);
  const isSwitch = known?.boolean || OTHER_SWITCHES.has(name) || name === 'h';
  const takesAny = known !== undefined || name === 'v';
  if (!next || isSwitch || (!takesAny && (next.text === '' || next.text.startsWith('-')))) {
    return { ...token, value: undefined };
  }
  return {
    ...token,
    value: next.text,
    guessed: known === undefined,
    words: [text, next.text],
    span: { from: span.from, to: next.span.to },
  };
}

/** `-v8`. */
const isLevel = (text: string): boolean =>
  text.startsWith('-v') && text.length > 2 && readNumber(text, 2)?.to === text.length;
