import { spawnSync } from 'node:child_process';

/** One process to measure: what it is called in the table, and its command line. */
export interface Contender {
  readonly name: string;
  readonly command: readonly string[];
}

export interface Measured {
  readonly name: string;
  /** The least CPU time of all rounds, user and system, in seconds. */
  readonly seconds: number;
  /** The most memory of all rounds in megabytes, of the jobs that tell it. */
  readonly memory?: number;
}

/** Runs all contenders in turns. Throws with the output of one that fails: the time of a failed run says nothing. */
export function measure(contenders: readonly Contender[], rounds: number): Measured[] {
  const runs = contenders.map(() => [] as Run[]);
  for (let round = 0; round < rounds; round++)
    contenders.forEach(({ command }, index) => runs[index]?.push(runOnce(command)));
  return contenders.map(({ name }, index) => {
    const own = runs[index] ?? [];
    const memory = Math.max(...own.map((run) => run.memory));
    return {
      name,
      seconds: Math.min(...own.map((run) => run.seconds)),
      ...(memory > 0 ? { memory } : {}),
    };
  });
}

interface Run {
  readonly seconds: number;
  readonly memory: number;
}

/** What `time` of bash prints behind the job's own error stream, and the status. */
const TIMED = 'TIMEFORMAT="cpu %U %S"; time "$@" >/dev/null; echo "status $?" >&2';

function runOnce(command: readonly string[]): Run {
  const { stderr } = spawnSync('bash', ['-c', TIMED, 'bench', ...command], { encoding: 'utf8' });
  const words = stderr.trim().split(/\s+/);
  const after = (word: string, offset = 1): number => Number(words[words.lastIndexOf(word) + offset]);
  // grep and our own commands answer 1 where nothing is found.
  if (after('status') > 1) throw new Error(`${command.join(' ')} failed:\n${stderr}`);
  const memory = words.includes('maxrss') ? after('maxrss') / 1024 : 0;
  return { seconds: after('cpu') + after('cpu', 2), memory };
}
