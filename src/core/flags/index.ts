export {
  AUDIT_FINDINGS,
  type AuditFinding,
  type AuditOptions,
  type FlagAudit,
  auditFlags,
  toldFindings,
} from './audit.ts';
export { sourceWords } from './changes.ts';
export type { Corrected, DiffWord } from './correct.ts';
export { FLAG_FINDINGS, type FlagFinding, type FlagFindingKind, type FlagSeverity } from './finding.ts';
export type { KubeletMode } from './rules/registration.ts';
export type { FlagToken } from './tokens.ts';
export { outputWords, severityName, visibilityWords } from './visibility-words.ts';
export {
  type LogOutput,
  VISIBILITY_VERDICTS,
  type Visibility,
  type VisibilityVerdict,
  logVisibility,
} from './visibility.ts';
export { SEVERITY_WORDS, findingWords } from './words.ts';
