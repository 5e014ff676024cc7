export { adviseContent } from './advice.ts';
export { checkContent } from './check.ts';
export { type Content, type Page, type Postmortem, type Runbook, readContent } from './content.ts';
export type { CommandText, StepText, Structure } from './extract.ts';
export { type Finding, printFindings } from './finding.ts';
export { LEDGER, enterIds, readLedger } from './ledger.ts';
export { buildPack } from './pack.ts';
export { parseLines } from './rules/samples.ts';
export type { PostmortemData, PostmortemProse, Prose, RunbookData, Text } from './schema.ts';
