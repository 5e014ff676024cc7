import { type Line, type Span, isDigit, isLetter, spanIn } from '../text/index.ts';
import type { Argument } from './command-line.ts';
import { joinContinued } from './argv/typed.ts';
import { splitWords } from './words.ts';

/** The value of a variable, and where it stands in the paste. */
export interface Assignment {
  readonly value: string;
  readonly span: Span;
}

const KEY = 'Environment=';

/**
 * Collects `Environment=` lines of a unit, and lines `NAME="value"` of a file that `EnvironmentFile=` names. A file's
 * values win over the unit's (systemd.exec(5), "EnvironmentFile="); of two alike, the later one.
 */
export function readEnvironment(lines: readonly Line[]): Map<string, Assignment> {
  const ofUnit = new Map<string, Assignment>();
  const ofFile = new Map<string, Assignment>();
  for (const line of joinContinued(lines)) {
    const indent = line.text.length - line.text.trimStart().length;
    if (line.text.startsWith(KEY, indent)) {
      if (line.text.trim() === KEY) ofUnit.clear();
      for (const word of splitWords(line.text, 'systemd', indent + KEY.length).words)
        assign(ofUnit, word.text.replaceAll('%%', '%'), spanIn(line, word.span));
    } else if (isName(line.text.slice(indent, line.text.indexOf('=')))) {
      const { words } = splitWords(line.text, 'shell', indent);
      const [word, ...more] = words;
      // Without quotes, a file's value runs to the end of the line.
      const value = more.length > 0 ? line.text.slice(indent).replaceAll('\\\n', '').trimEnd() : word?.text;
      if (word && value !== undefined)
        assign(ofFile, value, spanIn(line, { from: indent, to: line.text.length }));
    }
  }
  return new Map([...ofUnit, ...ofFile]);
}

function assign(into: Map<string, Assignment>, text: string, span: Span): void {
  const sign = text.indexOf('=');
  if (sign > 0) into.set(text.slice(0, sign), { value: text.slice(sign + 1), span });
}

/** `KUBELET_EXTRA_ARGS`: upper case, so that `key=value` of a log is none. */
function isName(text: string): boolean {
  if (text.length < 3 || text.length > 100 || !isLetter(text.charCodeAt(0))) return false;
  return [...text].every(
    (c) => c === '_' || isDigit(c.charCodeAt(0)) || (isLetter(c.charCodeAt(0)) && c === c.toUpperCase()),
  );
}

/**
 * Puts the values of variables into arguments as systemd does (systemd.service(5), "COMMAND LINES"): `$NAME` as a word
 * of its own becomes as many words as its value has, `${NAME}` is replaced within its word. A variable whose value is
 * not known stays.
 */
export function expandVariables(
  argv: readonly Argument[],
  environment: ReadonlyMap<string, Assignment>,
): Argument[] {
  if (environment.size === 0) return [...argv];
  return argv.flatMap((argument) => {
    const whole = /^\$([A-Za-z_]\w*)$/.exec(argument.text.slice(0, 200));
    const known = whole && environment.get(whole[1] ?? '');
    if (known) return splitWords(known.value).words.map(({ text }) => ({ text, span: known.span }));
    return [{ ...argument, text: replaceBraced(argument.text, environment) }];
  });
}

function replaceBraced(text: string, environment: ReadonlyMap<string, Assignment>): string {
  let out = '';
  let at = 0;
  for (let from = text.indexOf('${'); from >= 0; from = text.indexOf('${', at)) {
    const end = text.indexOf('}', from);
    if (end < 0) break;
    const known = environment.get(text.slice(from + 2, end));
    out += text.slice(at, from) + (known ? known.value : text.slice(from, end + 1));
    at = end + 1;
  }
  return out + text.slice(at);
}

/** The program that a variable's name says: `KUBELET_KUBEADM_ARGS`, `KUBE_APISERVER_OPTS`, `ETCD_ARGS`. */
const PROGRAMS: readonly (readonly [prefix: string, program: string])[] = [
  ['KUBELET_', 'kubelet'],
  ['KUBE_APISERVER_', 'kube-apiserver'],
  ['KUBE_CONTROLLER_MANAGER_', 'kube-controller-manager'],
  ['KUBE_SCHEDULER_', 'kube-scheduler'],
  ['KUBE_PROXY_', 'kube-proxy'],
];

/** The arguments that variables of a file hold, by the program that their names say. */
export function argumentsOfEnvironment(
  environment: ReadonlyMap<string, Assignment>,
): { program: string; args: Argument[] }[] {
  const byProgram = new Map<string, Argument[]>();
  for (const [name, { value, span }] of environment) {
    const program = PROGRAMS.find(([prefix]) => name.startsWith(prefix))?.[1];
    const { words } = splitWords(value);
    if (!program || !words.some(({ text }) => text.startsWith('-'))) continue;
    const args = byProgram.get(program) ?? [];
    byProgram.set(program, [...args, ...words.map(({ text }) => ({ text, span }))]);
  }
  return [...byProgram].map(([program, args]) => ({ program, args }));
}
