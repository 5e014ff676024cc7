import { COMPONENTS, type Component, componentFlag } from '../kube/index.ts';
import { type Argument, type CommandLine, readCommandLines, splitWords } from '../shell/index.ts';
import { type Line, splitLines } from '../text/index.ts';
import { type Assignment, expandVariables, readAssignments } from './environment.ts';

/** A command line of a component, cut at the component's name. */
export interface ComponentCommand {
  readonly component: Component;
  readonly command: CommandLine;
  /** What stands in front, the program itself included: `hyperkube kubelet`, `/usr/bin/kubelet`. */
  readonly program: readonly Argument[];
  readonly args: readonly Argument[];
}

/** What hyperkube, one program for all components, calls them. */
const HYPERKUBE_NAMES: Readonly<Record<string, Component>> = {
  apiserver: 'kube-apiserver',
  'controller-manager': 'kube-controller-manager',
  scheduler: 'kube-scheduler',
  proxy: 'kube-proxy',
};

/**
 * The command lines of components in a paste: a listing, a unit with its `Environment=` lines, `/proc`, a manifest,
 * inspect output, a typed command. Flags alone (`--kubeconfig=… --v=2`, an environment file, the flags that a component
 * logs) are taken for those of `assumed`; without it, of the component that knows the most of them.
 */
export function readComponentCommands(text: string, assumed?: Component): ComponentCommand[] {
  const lines = splitLines(text);
  const assignments = readAssignments(lines);
  const found = readCommandLines(text).flatMap((command) => {
    const whole = inShell(expandVariables(command, assignments));
    return cutAtComponent(whole) ?? ofFlagsAlone(whole, assumed) ?? [];
  });
  if (found.length > 0) return found;
  const command = readBareFlags(lines, assignments);
  return (command && ofFlagsAlone(command, assumed)) ?? [];
}

/** A command line that begins with a flag. Of the flags that a component logs, those that have their default are none. */
function ofFlagsAlone(command: CommandLine, assumed: Component | undefined): ComponentCommand[] | undefined {
  if (!command.argv[0]?.text.startsWith('-')) return undefined;
  const component = assumed ?? knowing(command.argv);
  const logged = (command.source as string) === 'flag-log';
  const args = logged ? command.argv.filter((argument) => !isDefault(component, argument)) : command.argv;
  return [{ component, command, program: [], args }];
}

/** The component that has the most of the flags in Kubernetes 1.20.2; of several, the kubelet first. */
function knowing(argv: readonly Argument[]): Component {
  const names = argv.slice(0, 500).map(({ text }) => text.slice(2).split('=', 1)[0] ?? '');
  const known = COMPONENTS.map((component) => names.filter((name) => componentFlag(component, name)).length);
  return COMPONENTS[known.indexOf(Math.max(...known))] ?? 'kubelet';
}

function isDefault(component: Component, { text }: Argument): boolean {
  const sign = text.indexOf('=');
  const value = text.slice(sign + 1);
  return value === '' || value === componentFlag(component, text.slice(2, sign))?.default;
}

function cutAtComponent(command: CommandLine): ComponentCommand[] | undefined {
  for (const [at, { text }] of command.argv.entries()) {
    const before = command.argv[at - 1];
    const component = componentOf(baseName(text), before ? baseName(before.text) : '');
    if (!component) continue;
    const [program, args] = [command.argv.slice(0, at + 1), command.argv.slice(at + 1)];
    return [{ component, command, program, args }];
  }
  return undefined;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function componentOf(name: string, before: string): Component | undefined {
  const known = COMPONENTS.find((component) => component === name);
  if (known || before !== 'hyperkube') return known;
  return Object.hasOwn(HYPERKUBE_NAMES, name) ? HYPERKUBE_NAMES[name] : undefined;
}

/** `sh -c 'exec kubelet --v=2'`: the words of the string, each with the string's span where it is written otherwise. */
function inShell(command: CommandLine): CommandLine {
  if (!command.problems.some(({ code }) => code === 'shell-string')) return command;
  const script = command.argv[2];
  if (!script) return command;
  const asWritten = script.span.to - script.span.from === script.text.length;
  const argv = splitWords(script.text).words.map(({ text, span }) => ({
    text,
    span: asWritten ? { from: script.span.from + span.from, to: script.span.from + span.to } : script.span,
  }));
  const problems = command.problems.filter(({ code }) => code !== 'shell-string');
  return { ...command, argv, problems };
}

/** Lines that hold flags and no program, and the values of an environment file. */
function readBareFlags(lines: readonly Line[], assignments: readonly Assignment[]): CommandLine | undefined {
  const argv: Argument[] = assignments.flatMap(({ words }) => words);
  const assigned = new Set(assignments.map(({ line }) => line.number));
  for (const line of lines) {
    const text = line.text.trimStart();
    if (assigned.has(line.number) || !text.startsWith('--')) continue;
    const whole = line.text.endsWith('\\') ? line.text.slice(0, -1) : line.text;
    for (const word of splitWords(whole).words) {
      argv.push({
        text: word.text,
        span: { from: line.from + word.span.from, to: line.from + word.span.to },
      });
    }
  }
  const [first] = argv;
  const last = argv.at(-1);
  if (!first || !last || !argv.some(({ text }) => text.startsWith('-'))) return undefined;
  return { source: 'typed', argv, span: { from: first.span.from, to: last.span.to }, problems: [] };
}
