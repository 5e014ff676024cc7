import { linesOf, toAnswerLine } from '../../core/match/index.ts';
import type { Io } from '../command.ts';
import type { Finding, MatchPrinter } from './match-report.ts';

/** So many characters are written at once. */
const BLOCK = 1 << 16;

/**
 * One JSON object, `lines` first, as they come; its shape is `schemas/match.schema.json`. Where there are several sources,
 * each line names its own.
 */
export function jsonPrinter(out: Io['out'], several: boolean): MatchPrinter {
  let block = '{"lines":[';
  let separator = '';
  let source: string | undefined;
  return {
    source: (name) => void (source = name),
    finding: () => undefined,
    judged(judged) {
      for (const line of linesOf([judged])) {
        block += separator + JSON.stringify({ ...(several ? { source } : {}), ...toAnswerLine(line) });
        separator = ',';
      }
      if (block.length < BLOCK) return;
      out(block);
      block = '';
    },
    end: (report) => out(`${block}],${JSON.stringify(report).slice(1)}\n`),
  };
}

/** One JSON object a line, as they come: `source`, `finding`, and at the end `answer`. */
export function jsonLinesPrinter(out: Io['out'], several: boolean): MatchPrinter {
  const tell = (value: unknown): void => out(`${JSON.stringify(value)}\n`);
  let source: string | undefined;
  return {
    source(name, skipped) {
      source = name;
      if (several) tell({ type: 'source', source, ...(skipped ? { skipped } : {}) });
    },
    finding: (finding) => tell({ type: 'finding', ...(several ? { source } : {}), ...toJson(finding) }),
    judged: () => undefined,
    end: (report) => tell({ type: 'answer', ...report }),
  };
}

function toJson({ hit, runbook, text }: Finding): object {
  const { signature } = hit.compiled;
  return {
    line: hit.line,
    from: hit.span.from,
    to: hit.span.to,
    verdict: signature.role,
    runbook: runbook.id,
    slug: runbook.slug,
    step: hit.tail?.tail.step ?? signature.step,
    signature: signature.id,
    ...(hit.tail ? { tail: hit.tail.tail.id } : {}),
    captures: hit.captures.map(({ name, value, span }) => ({ name, value, line: hit.line, span })),
    text,
  };
}
