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
  duplicateChecks,
  readHealthCheckers,
} from './health-checks.ts';
export {
  type VersionEvidence,
  type VersionHint,
  type VersionMark,
  fitsVersions,
  inferVersions,
} from './versions.ts';
