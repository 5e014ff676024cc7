export type { Query, QueryOutcome } from './ask-names.ts';
export { RESOLVE_FINDINGS, type ResolveFinding, findingsOf } from './findings.ts';
export { GO_MINORS, type GoRelease, readGoRelease } from './go-release.ts';
export { splitHeadOutput } from './head-output.ts';
export { readIpAddress } from './ip-address.ts';
export type { LookupOrder } from './lookup-order.ts';
export {
  DEFAULT_LOOPBACK,
  LOOPBACK_FINDINGS,
  type LoopbackFinding,
  type LoopbackPick,
  type LoopbackSettings,
  pickLoopback,
} from './pick-loopback.ts';
export { type AddressList, readAddresses } from './read-addresses.ts';
export { secondsWords } from './seconds.ts';
export { type Behaviour, SERVER_BEHAVIOURS, type ServerBehaviour } from './server-behaviour.ts';
export {
  type ConfigFiles,
  type FileProblem,
  type Lookup,
  type LookupInput,
  type LookupResult,
  simulateLookup,
} from './simulate.ts';
export { type TimelineRow, timelineRows } from './timeline.ts';
export { verdictWords } from './verdict-words.ts';
export { BEHAVIOUR_WORDS, FILE_PATHS, OUTCOME_WORDS, configProblemWords, reasonWords } from './words.ts';
