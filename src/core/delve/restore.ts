import { maskArguments } from '../redact/index.ts';
import { type CommandLine, type Shell, programName, quote, quoteAll } from '../shell/index.ts';
import { withoutDelve } from './rebuild.ts';

/** What kept the process running before, and so what must start it again. */
export type Keeper = 'static-pod' | 'systemd' | 'process';

export const KEEPERS: readonly Keeper[] = ['static-pod', 'systemd', 'process'];

/** The commands that take the process away, and give it back. Each is one step of its own. */
export interface RestorePlan {
  readonly keeper: Keeper;
  readonly stop: string;
  readonly restore: string;
  /** The same with secrets masked, for the screen. */
  readonly shown: string;
  /** Shows that the original runs again, and not under Delve. */
  readonly verify: string;
}

/** What most likely kept it, by where the command line was read and by its path. */
export function guessKeeper(command: CommandLine): Keeper {
  if (command.source === 'systemd-unit') return 'systemd';
  if (command.source === 'pod-manifest') return 'static-pod';
  const original = withoutDelve(command);
  const path = original.argv[0]?.text ?? '';
  if (path.includes('/_output/') || path.startsWith('./')) return 'process';
  return programName(original) === 'kubelet' ? 'systemd' : 'static-pod';
}

/**
 * The way back. A static pod's manifest is moved out of the manifest folder and later back: the kubelet reads every
 * file in there, so a copy with another name inside it would be a second pod.
 */
export function restorePlan(command: CommandLine, keeper: Keeper, shell: Shell): RestorePlan {
  const original = withoutDelve(command);
  const program = programName(original);
  const name = quote(program, shell);
  const verify = `pgrep -a -x ${quote(program.slice(0, 15), shell)}`;
  switch (keeper) {
    case 'static-pod': {
      const manifest = quote(`/etc/kubernetes/manifests/${program}.yaml`, shell);
      const parked = quote(`/root/${program}.yaml`, shell);
      const restore = `mv ${parked} ${manifest}`;
      return { keeper, stop: `mv ${manifest} ${parked}`, restore, shown: restore, verify };
    }
    case 'systemd': {
      const restore = `systemctl start ${name}`;
      return { keeper, stop: `systemctl stop ${name}`, restore, shown: restore, verify };
    }
    case 'process': {
      const words = original.argv.map(({ text }) => text).filter((word, index) => index === 0 || word !== '');
      const stop = command.pid ? `kill ${command.pid}` : `pkill -x ${quote(program.slice(0, 15), shell)}`;
      const shown = quoteAll(maskArguments(words), shell);
      return { keeper, stop, restore: quoteAll(words, shell), shown, verify };
    }
  }
}
