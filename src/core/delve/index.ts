export {
  type AttachTarget,
  goLandConfiguration,
  sshTunnel,
  vsCodeConfiguration,
  vsCodeLaunch,
} from './attach.ts';
export { type PausedEffect, effectsAfter, pausedEffects } from './blast-radius.ts';
export { type BuildFacts, readBuildFacts } from './build-facts.ts';
export {
  DELVE_FINDINGS,
  type DelveFinding,
  buildFindings,
  commandFindings,
  messageFindings,
} from './findings.ts';
export { GO_RANGES, type GoVerdict, judgeGoVersion, rangesFor } from './go-range.ts';
export { type DelveCommand, type Missing, rebuildUnderDelve, withoutDelve } from './rebuild.ts';
export { type RestorePlan, guessKeeper, restorePlan } from './restore.ts';
export {
  DEFAULT_DELVE,
  DELVE_MODES,
  type DelveMode,
  type DelveOptions,
  KEEPERS,
  KUBERNETES_SOURCES,
  type Keeper,
} from './options.ts';
export { FINDING_WORDS, MODE_WORDS, RUN_ON_WORDS, type StartQuestion } from './words.ts';
