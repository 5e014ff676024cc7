import { isDigit, runEnd } from '../../text/index.ts';

/** What Node.js calls a script that is in no file: of `-e`, of standard input, of a worker, of `vm`. */
const NAMES = [
  '[eval]',
  '[eval]-wrapper',
  '[stdin]',
  '[stdin]-wrapper',
  '[worker eval]',
  'evalmachine.<anonymous>',
];

/**
 * Whether a script is called so that has no file. Source: Node.js 24 `lib/internal/main/eval_string.js`, `eval_stdin.js`,
 * `worker_thread.js`, `lib/internal/process/execution.js` (evalScript), `lib/vm.js` (Script), `lib/repl.js` (`REPL1`).
 */
export function isScriptName(name: string): boolean {
  if (name.startsWith('REPL'))
    return name.length > 4 && runEnd(name, 4, name.length, isDigit) === name.length;
  return NAMES.includes(name);
}
