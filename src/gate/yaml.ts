import { type Document, LineCounter, isCollection, isScalar, parseDocument, visit } from 'yaml';
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
  const broken = syntaxError(document);
  if (broken) {
    const finding: Finding = {
      file,
      line: at(broken.offset),
      rule: 'schema',
      message: broken.message,
      remedy: 'mend the YAML at this line; indentation and quotes are the usual reasons',
    };
    return { findings: [finding], lineOf };
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

/** The first thing that keeps the text from being YAML: what follows it is read wrongly, so it is told alone. */
function syntaxError(document: Document): { message: string; offset: number } | undefined {
  const [error] = document.errors;
  if (error) {
    const message = error.message.split(' at line ')[0] ?? error.message;
    const unclosed = /^Missing closing|and end with a/.test(message);
    return { message, offset: unclosed ? openedAt(document, error.pos[0]) : error.pos[0] };
  }
  let unknown: { message: string; offset: number } | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return undefined;
      const message = `\`*${alias.source}\` names nothing: text that begins with \`*\` needs quotes`;
      unknown = { message, offset: alias.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return unknown;
}

/** Where the quote or bracket stands that is never closed; the parser tells where it has given up. */
function openedAt(document: Document, end: number): number {
  let opened = end;
  visit(document, {
    Node(_, node) {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const [from, , to] = node.range ?? [end, end, end];
      if ((quoted || (isCollection(node) && node.flow)) && from < end && end <= to) opened = from;
    },
  });
  return opened;
}
