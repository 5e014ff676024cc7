import { maskArguments } from '../redact/index.ts';
import { type CommandLine, type Shell, programName, quote, quoteAll } from '../shell/index.ts';
import type { Keeper } from './options.ts';
import { withoutDelve } from './rebuild.ts';

/** The commands that take the process away, and give it back. Each is one step of its own. */
export interface RestorePlan {
  readonly keeper: Keeper;
  readonly stop: string;
  readonly restore: string;
  /** The same with secrets masked, for the screen. */
  readonly shown: string;
  /** Prints nothing once the original is gone, and later that it runs again, and not under Delve. */
  readonly verify: string;
}

/** What most likely kept it, by where the command line was read and by its path. */
export function guessKeeper(command: CommandLine): Keeper {
  const { source, unit, container } = command;
  if (unit !== undefined || source.startsWith('systemd') || source === 'environment-file') return 'systemd';
  // The kubelet names the containers of Pods k8s_<container>_<pod>_…, in docker; others are somebody's own.
  if (container !== undefined && !container.startsWith('k8s_')) return 'container';
  if (source === 'pod-manifest' || source === 'pod-description') return 'static-pod';
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
  // Linux keeps 15 characters of a name.
  const verify = `pgrep -a -x ${quote(program.slice(0, 15), shell)}`;
  switch (keeper) {
    case 'static-pod': {
      const manifest = quote(`/etc/kubernetes/manifests/${program}.yaml`, shell);
      const parked = quote(`/root/${program}.yaml`, shell);
      const restore = `mv ${parked} ${manifest}`;
      return { keeper, stop: `mv ${manifest} ${parked}`, restore, shown: restore, verify };
    }
    case 'systemd': {
      const unit = command.unit === undefined ? name : quote(command.unit, shell);
      const restore = `systemctl start ${unit}`;
      return { keeper, stop: `systemctl stop ${unit}`, restore, shown: restore, verify };
    }
    case 'container': {
      const container = quote(command.container ?? program, shell);
      const restore = `docker start ${container}`;
      return { keeper, stop: `docker stop ${container}`, restore, shown: restore, verify };
    }
    case 'process': {
      const words = original.argv.map(({ text }) => text).filter((word, index) => index === 0 || word !== '');
      const stop = command.pid ? `kill ${command.pid}` : `pkill -x ${quote(program.slice(0, 15), shell)}`;
      const shown = quoteAll(maskArguments(words), shell);
      return { keeper, stop, restore: quoteAll(words, shell), shown, verify };
    }
  }
}
