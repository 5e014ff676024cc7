import { parseArgs } from 'node:util';
import {
  type BundleSummary,
  type CompiledPack,
  type Judged,
  createBundle,
  explain,
  linesOf,
} from '../../core/match/index.ts';
import { type Command, EXIT, type Io, WrongUse, readLanguage } from '../command.ts';
import { createFindings } from '../findings.ts';
import { type Input, type SkipReason, inputsOf, readNamedDecoded } from '../inputs.ts';
import { noText } from '../../core/text/index.ts';
import { loadPack } from '../pack.ts';
import { jsonLinesPrinter, jsonPrinter } from '../printers/match-json.ts';
import { type MatchPrinter, type SkippedSource, toReport } from '../printers/match-report.ts';
import { textPrinter } from '../printers/match-text.ts';
import { createLineIndex, placeExplanation } from '../line-index.ts';

/** `kb match FILE|FOLDER|- …`: the runbook and step that logs belong to, and what each line is. */
export const match: Command = {
  name: 'match',
  summary: 'the runbook and step that a log belongs to',
  usage: 'kb match [--explain] [--json|--ndjson] [--language en|zh] FILE|FOLDER|- …',
  details: [
    '  --explain    for each match: line and column of each piece of the wording, what was ignored, conditions, runners-up',
    '  --json       one object (src/cli/schemas/match.schema.json)',
    '  --ndjson     one object a line, as they come: findings, at the end the answer',
    '  --language   of reasons and labels; lines and commands are never translated',
    '',
    '  Standard input is read as it comes: kubectl logs -f … | kb match -',
    '  Of a folder, such as a support bundle, every text file is read; what is none is named and skipped.',
    '',
    '  exit status: 0 a runbook fits, 1 none does, 2 wrong use',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        ndjson: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        language: { type: 'string' },
      },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new WrongUse('expected a file, a folder, or - for standard input');
    if (values.json && values.ndjson) throw new WrongUse('expected one of --json and --ndjson, found both');
    const language = readLanguage(values.language);
    const inputs = [...inputsOf(positionals, io)];
    const [only, ...more] = inputs;
    const several = more.length > 0 || only?.walked === true || only === undefined;
    const pack = await loadPack();
    const live = positionals.includes('-');
    const printer = values.json
      ? jsonPrinter(io.out, several)
      : values.ndjson
        ? jsonLinesPrinter(io.out, several)
        : textPrinter(io.out, pack.pack.runbooks, { language, columns: io.columns, several, live });
    const wantsFindings = !values.json && (values.ndjson || live);
    const read = await readInputs(pack, inputs, io, printer, {
      findings: wantsFindings,
      explain: values.explain,
    });
    const report = toReport(read.summary, language, several, read.skipped);
    printer.end(values.explain ? { ...report, explanations: explanationsOf(pack, read, several) } : report);
    return report.matches.length > 0 ? EXIT.match : EXIT.none;
  },
};

interface Read {
  readonly summary: BundleSummary;
  readonly skipped: readonly SkippedSource[];
  /** Lines of hits by their source, kept for explanations only. */
  readonly indexes: ReadonlyMap<string, ReturnType<typeof createLineIndex>>;
}

async function readInputs(
  pack: CompiledPack,
  inputs: readonly Input[],
  io: Io,
  printer: MatchPrinter,
  wants: { readonly findings: boolean; readonly explain: boolean },
): Promise<Read> {
  const bundle = createBundle(pack);
  const skipped: SkippedSource[] = [];
  const indexes = new Map<string, ReturnType<typeof createLineIndex>>();
  const start = (path: string): void => {
    printer.source(path);
    bundle.open(path);
  };
  for (const { path, walked } of inputs) {
    const index = createLineIndex();
    const findings = createFindings(pack, printer);
    const hear = (judged: readonly Judged[]): void => {
      judged.forEach(printer.judged);
      if (wants.explain) linesOf(judged).forEach(index.add);
    };
    let begun = false;
    const skip = (reason: SkipReason): void => {
      begun = true;
      printer.source(path, reason);
      skipped.push({ source: path, skipped: reason });
    };
    try {
      for await (const { text, bytes } of walked ? io.readDecoded(path) : readNamedDecoded(path, io)) {
        const not = walked && !begun ? noText(text) : undefined;
        if (not) {
          skip(not);
          break;
        }
        if (!begun) start(path);
        begun = true;
        const lines = bundle.push(text, bytes);
        if (wants.findings) findings.hear(text, bundle.soFar().hits);
        hear(lines);
      }
    } catch (error) {
      const { code = '', message } = error as { code?: string; message?: string };
      const breaksOff = code.startsWith('Z_');
      if (!walked || (!breaksOff && (begun || code !== 'EACCES'))) throw error;
      if (begun) io.error(`kb match: ${path}: ${message}; what was read until there is judged\n`);
      else skip('unreadable');
    }
    if (skipped.at(-1)?.source === path) continue;
    if (!begun) start(path);
    const last = bundle.close();
    if (wants.findings) findings.hear('', bundle.soFar().hits);
    hear(last);
    indexes.set(path, index);
  }
  return { summary: bundle.end(), skipped, indexes };
}

function explanationsOf(pack: CompiledPack, { summary, indexes }: Read, several: boolean) {
  const all = summary.matches.map(({ match: one }) => one);
  return summary.matches.flatMap(({ match: one, source }) => {
    const index = indexes.get(source);
    const line = index?.line(one.best.line);
    if (!index || !line) return [];
    const explanation = placeExplanation(explain(pack, one, all, line), index);
    return [several ? { source, ...explanation } : explanation];
  });
}
