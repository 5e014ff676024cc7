export {
  type AttachTarget,
  KUBERNETES_SOURCES,
  goLandConfiguration,
  sshTunnel,
  vsCodeConfiguration,
} from './attach.ts';
export {
  DEFAULT_DELVE,
  type DelveCommand,
  type DelveOptions,
  rebuildUnderDelve,
  withoutDelve,
} from './rebuild.ts';
export { KEEPERS, type Keeper, type RestorePlan, guessKeeper, restorePlan } from './restore.ts';
