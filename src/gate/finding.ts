/** A mistake in the content, in the words of its author: what, where, by which rule, and how to mend it. */
export interface Finding {
  /** Relative to the repository. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: Rule;
  readonly message: string;
  readonly remedy: string;
}

/** Every rule that content is held to. CONTRIBUTING.md tells what each is good for. */
export type Rule =
  | 'schema'
  | 'mdx'
  | 'structure'
  | 'ids'
  | 'commands'
  | 'danger'
  | 'variables'
  | 'parity'
  | 'claims'
  | 'links'
  | 'signatures'
  | 'wordings'
  | 'samples'
  | 'reactions'
  | 'casts'
  | 'noise'
  | 'ledger'
  | 'advice';

/** All findings as one readable message, one after the other, in the order of files and lines. */
export function printFindings(findings: readonly Finding[], noun = 'mistake'): string {
  const sorted = [...findings].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
  const blocks = sorted.map(
    ({ file, line, rule, message, remedy }) => `${file}:${line}  [${rule}] ${message}\n    → ${remedy}`,
  );
  const count = sorted.length === 1 ? `1 ${noun}` : `${sorted.length} ${noun}s`;
  return `${count} in the content:\n\n${blocks.join('\n\n')}\n`;
}
