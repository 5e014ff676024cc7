export type { ApiService } from './api-service/api-service.ts';
export {
  API_SERVICE_ACTS,
  type ApiServiceAct,
  type ApiServiceCommand,
  type KubectlTarget,
  apiServiceCommands,
} from './api-service/commands.ts';
export {
  DISCOVERY_FAILURE_WORDS,
  type DiscoveryFailure,
  discoveryFailure,
} from './api-service/discovery-message.ts';
export { type Effect, generalEffects, groupEffects } from './api-service/effects.ts';
export {
  API_SERVICE_FINDINGS,
  type ApiServiceFinding,
  apiServiceFindings,
  unavailable,
} from './api-service/findings.ts';
export {
  type ApiServiceList,
  type ApiServiceProblem,
  type ApiServiceSource,
  readApiServices,
} from './api-service/list.ts';
export type { ApiServiceMention } from './api-service/mentions.ts';
export { apiServiceProblemWords } from './api-service/problem-words.ts';
export { isKnownReason, reasonFirst, reasonMeans, reasonSource } from './api-service/reasons.ts';
export { isApiServiceHeader, readApiServiceRow } from './api-service/row.ts';
export {
  COMPONENTS,
  type Component,
  type ComponentFlag,
  checkComponentFlags,
  componentFlag,
  componentFlagNames,
} from './component-flags.ts';
export {
  type DuplicateCheck,
  type HealthCheckers,
  REGISTRATION_FINDINGS,
  type RegistrationError,
  type RegistrationFinding,
  type RegistrationVerdict,
  duplicateChecks,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
  HEALTH_CHECKERS_HEAD,
  registrationFindings,
} from './health-checks.ts';
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
