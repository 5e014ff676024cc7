import { type CommandLine, type CommandProblem, programName } from '../shell/index.ts';
import type { Problem } from '../text/index.ts';
import details from './component-flag-details.json' with { type: 'json' };
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

/** Read when first asked for, so that a bundle that never asks leaves the tables out. */
let read: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;

/** The types of a component's flags, by name. */
function typesOf(component: string): ReadonlyMap<string, string> | undefined {
  read ??= new Map(
    Object.entries(table.components).map(([name, byType]) => [
      name,
      new Map(
        Object.entries(byType).flatMap(([type, names]) =>
          names.split(' ').map((flag): [string, string] => [flag, type]),
        ),
      ),
    ]),
  );
  return read.get(component);
}

const isSwitch = (type: string | undefined): boolean => type === 'bool' || type === 'version';

type Detail = readonly [value: string | null, deprecation?: number, hidden?: number];

/** A flag of a component by its name with dashes. `undefined`: Kubernetes 1.20.2 has no such flag. */
export function componentFlag(component: Component, name: string): ComponentFlag | undefined {
  const type = typesOf(component)?.get(name);
  if (type === undefined) return undefined;
  const rows = details.components[component] as unknown as Readonly<Record<string, Detail | undefined>>;
  const [value, deprecation = -1, hidden = 0] = rows[name] ?? [null];
  const deprecated = details.deprecations[deprecation];
  const defaults: Readonly<Record<string, string | undefined>> = details.defaults;
  return {
    name,
    type,
    default: value ?? defaults[type] ?? '',
    ...(deprecated === undefined ? {} : { deprecated }),
    hidden: hidden === 1,
    boolean: isSwitch(type),
  };
}

/** The names of every flag of a component in Kubernetes 1.20.2. */
export const componentFlagNames = (component: Component): string[] => [...(typesOf(component)?.keys() ?? [])];

/**
 * What the flags of kube-apiserver, -controller-manager, -scheduler, -proxy and the kubelet tell about a command line
 * that was read from a listing: whether its last flag is only the beginning of one, and whether a loose word follows
 * a flag that takes none. Flag names are those of Kubernetes 1.20.2; a flag that it lacks is not called wrong.
 */
export function checkComponentFlags(command: CommandLine): Problem<CommandProblem>[] {
  const flags = typesOf(programName(command));
  if (!flags) return [];
  const problems: Problem<CommandProblem>[] = [];
  command.argv.forEach((argument, index) => {
    const next = command.argv[index + 1];
    const name = flagName(argument.text);
    if (!name || argument.text.includes('=')) return;
    if (next && isSwitch(flags.get(name)) && next.text !== '' && !next.text.startsWith('-')) {
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
