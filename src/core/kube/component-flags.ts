import { type CommandLine, type CommandProblem, programName } from '../shell/index.ts';
import type { Problem } from '../text/index.ts';
import table from './component-flags.json' with { type: 'json' };

/** The programs whose flags are known. */
export const COMPONENTS = [
  'kubelet',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
] as const;

export type Component = (typeof COMPONENTS)[number];

/** A flag as Kubernetes 1.20.2 registers it. */
export interface ComponentFlag {
  readonly name: string;
  /** As pflag names it: `bool`, `stringSlice`, `mapStringBool`, `duration` … */
  readonly type: string;
  readonly default: string;
  /** What is printed behind `Flag --NAME has been deprecated, `. */
  readonly deprecated?: string;
  /** Taken, but left out of `--help`. */
  readonly hidden: boolean;
  /** The flag alone means true; a word behind it is not its value. */
  readonly boolean: boolean;
}

type Row = readonly [name: string, type: string, value: string, deprecation?: number, hidden?: number];

/** Read when first asked for, so that a bundle that never asks leaves the table out. */
let read: ReadonlyMap<string, ReadonlyMap<string, ComponentFlag>> | undefined;

function flagsOf(component: string): ReadonlyMap<string, ComponentFlag> | undefined {
  read ??= new Map(
    Object.entries(table.components).map(([name, rows]) => [
      name,
      new Map((rows as unknown as readonly Row[]).map((row) => [row[0], toFlag(row)])),
    ]),
  );
  return read.get(component);
}

function toFlag([name, type, value, deprecation = -1, hidden = 0]: Row): ComponentFlag {
  const deprecated = table.deprecations[deprecation];
  return {
    name,
    type,
    default: value,
    ...(deprecated === undefined ? {} : { deprecated }),
    hidden: hidden === 1,
    boolean: type === 'bool' || type === 'version',
  };
}

/** A flag of a component by its name with dashes. `undefined`: Kubernetes 1.20.2 has no such flag. */
export const componentFlag = (component: Component, name: string): ComponentFlag | undefined =>
  flagsOf(component)?.get(name);

/** The names of every flag of a component in Kubernetes 1.20.2. */
export const componentFlagNames = (component: Component): string[] => [...(flagsOf(component)?.keys() ?? [])];

/**
 * What the flags of kube-apiserver, -controller-manager, -scheduler, -proxy and the kubelet tell about a command line
 * that was read from a listing: whether its last flag is only the beginning of one, and whether a loose word follows
 * a flag that takes none. Flag names are those of Kubernetes 1.20.2; a flag that it lacks is not called wrong.
 */
export function checkComponentFlags(command: CommandLine): Problem<CommandProblem>[] {
  const flags = flagsOf(programName(command));
  if (!flags) return [];
  const problems: Problem<CommandProblem>[] = [];
  command.argv.forEach((argument, index) => {
    const next = command.argv[index + 1];
    const name = flagName(argument.text);
    if (!name || argument.text.includes('=')) return;
    if (next && flags.get(name)?.boolean && next.text !== '' && !next.text.startsWith('-')) {
      problems.push({ code: 'word-after-boolean', span: next.span, facts: { flag: name, found: next.text } });
    }
    if (next || flags.has(name)) return;
    const longer = [...flags.keys()].find((flag) => flag.startsWith(name));
    if (longer) {
      problems.push({
        code: 'cut-flag',
        span: argument.span,
        facts: { found: argument.text, flag: `--${longer}` },
      });
    }
  });
  return problems;
}

/** `secure-port` of `--secure-port=6443`; the kubelet also takes `_` for `-`. */
function flagName(text: string): string | undefined {
  if (!text.startsWith('--') || text.length < 3) return undefined;
  const sign = text.indexOf('=');
  return text.slice(2, sign < 0 ? undefined : sign).replaceAll('_', '-');
}
