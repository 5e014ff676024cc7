export {
  type AttachTarget,
  KUBERNETES_SOURCES,
  goLandConfiguration,
  sshTunnel,
  vsCodeConfiguration,
  vsCodeLaunch,
} from './attach.ts';
export { type PausedEffect, effectsAfter, pausedEffects } from './blast-radius.ts';
export { type BuildFacts, readBuildFacts } from './build-facts.ts';
export { type DelveFinding, buildFindings, commandFindings, messageFindings } from './findings.ts';
export { GO_WINDOWS, type GoVerdict, judgeGoVersion, windowsFor } from './go-window.ts';
export {
  DEFAULT_DELVE,
  DELVE_MODES,
  type DelveCommand,
  type DelveMode,
  type DelveOptions,
  type Missing,
  rebuildUnderDelve,
  withoutDelve,
} from './rebuild.ts';
export { KEEPERS, type Keeper, type RestorePlan, guessKeeper, restorePlan } from './restore.ts';
export { FINDING_WORDS, MODE_WORDS, RUN_ON_WORDS, type StartQuestion } from './words.ts';
