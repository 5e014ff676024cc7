import type { Problem, Span } from '../text/index.ts';

/** Where a command line was read from, which decides what it can have lost. */
export type CommandSource =
  | 'proc-cmdline'
  | 'ps'
  | 'systemd-unit'
  /** `systemctl show`: variables in place, arguments joined with blanks. */
  | 'systemd-show'
  /** The tree of processes that `systemctl status` and `systemd-cgls` print, cut at the width of the terminal. */
  | 'systemd-status'
  | 'pod-manifest'
  /** `kubectl describe pod`: one argument a line. */
  | 'pod-description'
  | 'container-inspect'
  /** `KUBELET_KUBEADM_ARGS="…"` of a file that a unit names. */
  | 'environment-file'
  /** The `FLAG: --name="value"` lines that a component logs when it starts: every flag, defaults as well. */
  | 'flag-log'
  | 'typed';

export type CommandProblem =
  /** The listing shows the name only, 15 bytes at most: no arguments to rebuild. */
  | 'name-only'
  /** The line is as long as a terminal is wide, or ends in `…`. */
  | 'cut'
  /** The last flag is the beginning of a known one. */
  | 'cut-flag'
  /** A word without `-` behind `--flag=value`: joined to the value, since the program takes no other words. */
  | 'joined-value'
  /** A known boolean flag with a word behind it, which the program refuses. */
  | 'word-after-boolean'
  | 'open-quote'
  /** `$VARIABLE` or `${VARIABLE}`, whose value is not in the paste. */
  | 'variable'
  /** The whole command is one string for another shell to split. */
  | 'shell-string'
  /** A redirection, a pipe or a second command behind the words: left out. */
  | 'shell-syntax'
  /** The row was put together out of several lines; a blank at the end of one of them cannot be seen. */
  | 'wrapped'
  /** No separator is left: `/proc/<pid>/cmdline` on a terminal, which shows no NUL. Split in front of each `--`. */
  | 'glued'
  /** The arguments are there, the program is not. */
  | 'no-program'
  /** The format joins arguments with blanks, and nothing shows where each ends. */
  | 'joined-words'
  /** A dash or a quote that a chat or an office program put in the place of the real one. */
  | 'typographic'
  | 'broken-json';

export interface Argument {
  readonly text: string;
  readonly span: Span;
}

/** The arguments of one process, as far as the source has kept them. */
export interface CommandLine {
  readonly source: CommandSource;
  /** `argv[0]` first. Empty arguments are kept: in `ps` output they hide in runs of blanks. */
  readonly argv: readonly Argument[];
  readonly pid?: number;
  readonly user?: string;
  /** The unit that keeps it, without `.service`. */
  readonly unit?: string;
  /** The name of the container, as its runtime knows it; those of a Pod begin with `k8s_`. */
  readonly container?: string;
  readonly span: Span;
  readonly problems: readonly Problem<CommandProblem>[];
}

/** The last element of the path that was started: `kube-apiserver`. */
export function programName(command: CommandLine): string {
  const path = command.argv[0]?.text ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The programs of a control plane and of a node. */
export const COMPONENTS: readonly string[] = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
  'kubelet',
  'etcd',
];

/** Programs that accept flags only, so a loose word must belong to the value in front of it. */
const FLAGS_ONLY: ReadonlySet<string> = new Set([...COMPONENTS, 'hyperkube']);

/** Linux keeps 15 bytes of a process's name: `kube-controller` is `kube-controller-manager`. */
export const nameOfCut = (name: string): string | undefined =>
  name.length === 15
    ? [...FLAGS_ONLY].find((program) => program.startsWith(name) && program !== name)
    : undefined;

export const isShell = (program: string): boolean => ['sh', 'bash', 'ash', 'dash'].includes(program);

export const takesOnlyFlags = (program: string): boolean => FLAGS_ONLY.has(program);
