import type { CommandProblem } from '../shell/index.ts';
import type { Problem } from '../text/index.ts';
import type { BuildFacts } from './build-facts.ts';
import { judgeGoVersion } from './go-range.ts';
import { readDelveMessages } from './messages.ts';

/** What a page is told, so that its steps can say whether they are needed. */
export const DELVE_FINDINGS = [
  /** Delve listens, or would, on more than loopback. */
  'exposed',
  /** The program stands still until a client continues it. */
  'waits',
  /** No DWARF: linked with `-s` or `-w`, or stripped. */
  'stripped',
  'optimised',
  /** `-N -l` reached the main package only. */
  'partly-optimised',
  /** Paths in the binary are not those of the machine that built it: `substitutePath` is needed. */
  'trimpath',
  /** The Go that built the binary and this Delve do not fit. */
  'go-window',
  /** Symbols, no optimisation, and nothing that speaks against it. */
  'ready',
  'continue-alone',
  'api-version',
  'no-separator',
  'flag-order',
  'port-taken',
  'socket',
  'ptrace',
  /** The end of the command line is missing. */
  'cut',
  /** The source cannot say where arguments end, or what a variable holds. */
  'ambiguous',
  /** There are no arguments to rebuild. */
  'no-arguments',
  'secrets',
] as const;

export type DelveFinding = (typeof DELVE_FINDINGS)[number];

/** What the facts about a binary mean for Delve; `delve` is the release that is to be used, if the paste names none. */
export function buildFindings(facts: BuildFacts, delve = ''): DelveFinding[] {
  const { go, debugInfo, optimised, trimpath } = facts;
  const found: DelveFinding[] = [];
  if (debugInfo?.value === false) found.push('stripped');
  if (optimised?.value === 'all') found.push('optimised');
  if (optimised?.value === 'some') found.push('partly-optimised');
  const verdict = go ? judgeGoVersion(facts.delve?.value ?? delve, go.value) : undefined;
  if (verdict?.kind === 'go-too-old' || verdict?.kind === 'delve-too-old') found.push('go-window');
  if (found.length === 0 && debugInfo?.value === true && optimised?.value === 'none') found.push('ready');
  if (trimpath) found.push('trimpath');
  return found;
}

/** What lines of Delve prove, each once. */
export const messageFindings = (text: string): DelveFinding[] => [
  ...new Set(readDelveMessages(text).flatMap(({ finding }) => (finding === 'listening' ? [] : [finding]))),
];

const BY_PROBLEM: Readonly<Partial<Record<CommandProblem, DelveFinding>>> = {
  cut: 'cut',
  'cut-flag': 'cut',
  'broken-json': 'cut',
  'joined-value': 'ambiguous',
  'joined-words': 'ambiguous',
  glued: 'ambiguous',
  wrapped: 'ambiguous',
  variable: 'ambiguous',
  'shell-string': 'ambiguous',
  'open-quote': 'ambiguous',
  'name-only': 'no-arguments',
};

/** What is wrong with a command line, as findings, each once. */
export const commandFindings = (problems: readonly Problem<CommandProblem>[]): DelveFinding[] => [
  ...new Set(problems.flatMap(({ code }) => BY_PROBLEM[code] ?? [])),
];
