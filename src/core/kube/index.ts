export type { KubectlTarget } from './api-service/commands.ts';
export { API_SERVICE_FINDINGS, type ApiServiceFinding } from './api-service/findings.ts';
export { readApiServices } from './api-service/list.ts';
export { ACT_WORDS, GUESS_WORDS, apiServiceVerdict } from './api-service/report-words.ts';
export { type ApiServiceReport, type ToldApiService, apiServiceReport } from './api-service/report.ts';
export { isApiServiceHeader, readApiServiceRow } from './api-service/row.ts';
export {
  COMPONENTS,
  type Component,
  type ComponentFlag,
  checkComponentFlags,
  componentFlag,
  componentFlagNames,
} from './component-flags.ts';
export { boardWords, sharedWords, sightWords } from './control-plane/board-words.ts';
export {
  BALANCER_CHECKS,
  BOARD_FINDINGS,
  type BalancerCheck,
  type Board,
  type BoardFinding,
  type BoardNode,
  type BoardVerdict,
  REACHABILITIES,
  type Reachability,
  boardCommands,
  boardFindings,
  judgeBoard,
} from './control-plane/board.ts';
export {
  type Inventory,
  type Machine,
  type SharedAddress,
  hostOf,
  isAddress,
  readInventory,
} from './control-plane/inventory.ts';
export { PROBE_MEANINGS } from './health/probe-words.ts';
export { PROBE_KINDS } from './health/probes.ts';
export { PRINTED_WORDS, WINNER_WORDS, registrationWords } from './health/registration-words.ts';
export {
  type DuplicateCheck,
  HEALTH_CHECKERS_HEAD,
  type HealthCheckers,
  REGISTRATION_FINDINGS,
  type RegistrationError,
  type RegistrationFinding,
  type RegistrationVerdict,
  duplicateChecks,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
  registrationFindings,
} from './health/registrations.ts';
export {
  HEALTH_CHECK_FINDINGS,
  type HealthCheckFinding,
  type HealthCheckReport,
  healthCheckReport,
} from './health/report.ts';
export { type KlogCandidate, klogCandidates } from './klog-candidates.ts';
export { type Release, readRelease, releaseName } from './release.ts';
export {
  SKEW_COMPONENTS,
  SKEW_VERDICTS,
  type Skew,
  type SkewComponent,
  type SkewRule,
  type SkewVerdict,
  skewRule,
  versionSkew,
} from './version-skew.ts';
export { skewWords } from './version-skew-words.ts';
export {
  type VersionEvidence,
  type VersionHint,
  type VersionMark,
  type VersionReader,
  fitsVersions,
  createVersionReader,
} from './versions.ts';
export { type NamespaceRow, readNamespaceRow } from './namespace-row.ts';
