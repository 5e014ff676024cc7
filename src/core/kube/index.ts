export {
  AVAILABILITY_REASONS,
  type ApiServiceRow,
  isApiServiceHeader,
  readApiServiceRow,
} from './api-service.ts';
export { checkComponentFlags } from './component-flags.ts';
export {
  type DuplicateCheck,
  type HealthCheckers,
  type RegistrationError,
  type RegistrationVerdict,
  duplicateChecks,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
  HEALTH_CHECKERS_HEAD,
} from './health-checks.ts';
export { type KlogCandidate, klogCandidates } from './klog-candidates.ts';
export {
  type VersionEvidence,
  type VersionHint,
  type VersionMark,
  type VersionReader,
  fitsVersions,
  createVersionReader,
} from './versions.ts';
