import { type CommandLine, type CommandProblem, programName } from '../shell/index.ts';
import type { Problem } from '../text/index.ts';
import table from './component-flags.json' with { type: 'json' };

interface ComponentFlags {
  readonly boolean: ReadonlySet<string>;
  readonly all: readonly string[];
}

let read: ReadonlyMap<string, ComponentFlags> | undefined;

/** Read when first asked for, so that a bundle that never asks leaves the table out. */
const componentFlags = (): ReadonlyMap<string, ComponentFlags> => (read ??= readTable(table.components));

function readTable(
  components: Readonly<Record<string, { boolean: string; value: string }>>,
): ReadonlyMap<string, ComponentFlags> {
  return new Map(
    Object.entries(components).map(([name, flags]) => {
      const boolean = flags.boolean.split(' ');
      return [name, { boolean: new Set(boolean), all: [...boolean, ...flags.value.split(' ')] }];
    }),
  );
}

/**
 * What the flags of kube-apiserver, -controller-manager, -scheduler, -proxy and the kubelet tell about a command line
 * that was read from a listing: whether its last flag is only the beginning of one, and whether a loose word follows
 * a flag that takes none. Flag names are those of Kubernetes 1.20.2; a flag that it lacks is not called wrong.
 */
export function checkComponentFlags(command: CommandLine): Problem<CommandProblem>[] {
  const flags = componentFlags().get(programName(command));
  if (!flags) return [];
  const problems: Problem<CommandProblem>[] = [];
  command.argv.forEach((argument, index) => {
    const next = command.argv[index + 1];
    const name = flagName(argument.text);
    if (!name || argument.text.includes('=')) return;
    if (next && flags.boolean.has(name) && next.text !== '' && !next.text.startsWith('-')) {
      problems.push({ code: 'word-after-boolean', span: next.span, facts: { flag: name, found: next.text } });
    }
    const whole = flags.all.includes(name);
    const longer = flags.all.find((flag) => flag.startsWith(name) && flag !== name);
    if (!next && !whole && longer) {
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
