import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding } from './finding.ts';

/**
 * Parses YAML and checks it against a schema. A mistake is reported with the line of the value that it is about, or
 * of the nearest one around it where a key is missing. `firstLine` is where the text starts in its file.
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine = 1,
): { data?: z.infer<Schema>; findings: Finding[]; lineOf: (path: readonly PropertyKey[]) => number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        { range?: [number, number, number] } | undefined;
      if (node?.range) return at(node.range[0]);
    }
    return firstLine;
  };
  if (document.errors.length > 0) {
    const findings = document.errors.map(({ message, pos }) => ({
      file,
      line: at(pos[0]),
      rule: 'schema' as const,
      message: message.split(' at line ')[0] ?? message,
      remedy: 'mend the YAML at this line; indentation and quotes are the usual reasons',
    }));
    return { findings, lineOf };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data, findings: [], lineOf };
  const findings = result.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    rule: 'schema' as const,
    message: `\`${issue.path.join('.') || 'the file'}\`: ${issue.message}`,
    remedy: 'see `src/gate/schema.ts` for what may stand here',
  }));
  return { findings, lineOf };
}
