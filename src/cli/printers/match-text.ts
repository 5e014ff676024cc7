import {
  type JudgedLine,
  KIND_WORDS,
  type PackRunbook,
  VERDICTS,
  VERDICT_WORDS,
  type Verdict,
  countOf,
  isQuiet,
  ownerOf,
} from '../../core/match/index.ts';
import { type Language, drawable } from '../../core/text/index.ts';
import type { Io } from '../command.ts';
import { cutTo, padTo, wrap } from './columns.ts';
import { explanationText } from './explain-text.ts';
import type { Finding, MatchPrinter, Report, ReportMatch } from './match-report.ts';
import { lineWords, linesRead, linesWords, say, shareWords } from './match-words.ts';

/** How the answer is written for a person. */
export interface TextForm {
  readonly language: Language;
  /** How wide the terminal is; `undefined` if the output goes elsewhere. */
  readonly columns: number | undefined;
  readonly several: boolean;
  /** Findings are printed as they come, each once; their lines are not listed again. */
  readonly live: boolean;
}

/** So wide is a line of the paste where no terminal says otherwise; a narrower terminal than that is not written for. */
const WIDTH = 140;
const NARROWEST = 40;

/** Lines beyond this are counted only: the answer stands above them. `--json` has all. */
const MAX_LISTED = 2_000;

/** Prints the answer first, then the lines that say something; while it reads, what it finds. */
export function textPrinter(out: Io['out'], runbooks: readonly PackRunbook[], form: TextForm): MatchPrinter {
  const { language, several, live } = form;
  const columns = Math.max(NARROWEST, form.columns ?? Infinity);
  const counts = new Map<Verdict, number>();
  const listed: string[] = [];
  const told = new Set<string>();
  let dropped = 0;
  /** The runbook and the line that were told last: one line may have several signatures of one runbook. */
  let last = '';
  let total = 0;
  let source: string | undefined;

  const lineText = (number: number, verdict: string, text: string): string => {
    const prefix = `${several ? `${source}:` : ''}${String(number).padStart(6)}  ${padTo(verdict, 11)}  `;
    return (
      prefix +
      cutTo(drawable(text.slice(0, 2 * WIDTH)), Math.min(WIDTH, Math.max(20, columns - prefix.length - 1)))
    );
  };

  return {
    source(name, skipped) {
      source = name;
      if (skipped) listed.push(`${name}: ${say(skipped, language)}`);
    },
    finding(finding) {
      const key = keyOf(finding);
      if (!live || told.has(key)) return;
      told.add(key);
      const { hit, runbook, text } = finding;
      const place = `${runbook.id} ${hit.line}`;
      if (place === last) return;
      last = place;
      const { signature } = hit.compiled;
      out(`${lineText(hit.line, VERDICT_WORDS[signature.role][language], text)}\n`);
      out(`        → ${runbook.id}  ${runbook.slug}  ${hit.tail?.tail.step ?? signature.step}\n`);
    },
    judged(line) {
      total += countOf(line);
      counts.set(line.verdict, (counts.get(line.verdict) ?? 0) + countOf(line));
      if (isQuiet(line) || !isListed(line) || (live && line.hit && told.has(keyOf({ hit: line.hit }))))
        return;
      if (listed.length >= MAX_LISTED) dropped++;
      else listed.push(lineText(line.number, VERDICT_WORDS[line.verdict][language], line.text));
    },
    end(report) {
      const lines = [
        ...(live && told.size > 0 ? [''] : []),
        ...answerText(report, runbooks, language, columns),
      ];
      const verdicts = VERDICTS.flatMap((verdict) => {
        const count = counts.get(verdict);
        return count ? [`${VERDICT_WORDS[verdict][language]} ${count}`] : [];
      });
      const kinds = report.detected.map(({ kind, lines: count }) => `${KIND_WORDS[kind][language]} ${count}`);
      lines.push(
        `${say('read', language)}  ${linesRead(total, language)}${verdicts.length > 0 ? `: ${verdicts.join(', ')}` : ''}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`,
      );
      lines.push(...listed);
      if (dropped > 0) lines.push(`     … ${dropped} ${say('more', language)}`);
      out(`${lines.join('\n')}\n`);
    },
  };
}

const keyOf = ({ hit: { compiled, tail } }: Pick<Finding, 'hit'>): string =>
  `${ownerOf(compiled)} ${compiled.signature.id} ${tail?.tail.id ?? ''}`;

/** Lines that say something: an informative one and a further line of a record are counted. */
const isListed = ({ verdict, hit, number }: JudgedLine): boolean =>
  verdict !== 'info' && (!hit || hit.line === number);

/** The best match with its step first, then the others, and what releases fit. */
export function answerText(
  { matches, explained: noise, nearest, versions, explanations = [] }: Report,
  runbooks: readonly PackRunbook[],
  language: Language,
  columns: number,
): string[] {
  const out: string[] = [];
  const [best, ...others] = matches;
  const explained = (match: ReportMatch): string[] => {
    const explanation = explanations[matches.indexOf(match)];
    return explanation ? explanationText(explanation, language, columns) : [];
  };
  if (best) out.push(...bestText(best, runbooks, language, columns), ...explained(best));
  else out.push(say('unknown', language));
  for (const { runbook, slug, signature, line, share } of nearest) {
    const where = shareWords(line, share, language);
    out.push(`${say('near', language)}  ${runbook}  ${slug}  ${signature}  (${where})`);
  }
  for (const other of others) {
    const head = `${say('also', language)}  ${other.runbook}  ${other.slug}  (${other.score})${similarText(other, language)}${sourceText(other)}  `;
    const from = other.under === undefined ? '' : ` (${say('follows', language)} ${other.under})`;
    out.push(...hanging(head, drawable(other.reason) + from, columns, 6), ...explained(other));
  }
  for (const { id, title, unless, lines } of noise) {
    const head = `${say('noise', language)}  ${id}  `;
    out.push(...hanging(head, `${title} (${linesWords(lines, language)})`, columns, 6));
    out.push(...hanging(`      ${say('unless', language)} `, unless, columns, 6));
  }
  if (versions) {
    const fits = versions.ranges.join(', ') || say('contradicts', language);
    out.push(
      `${say('fits', language)}  Kubernetes ${fits} (${versions.evidence.map(({ place }) => place).join(', ')})`,
    );
  }
  return out;
}

function bestText(
  best: ReportMatch,
  runbooks: readonly PackRunbook[],
  language: Language,
  columns: number,
): string[] {
  const runbook = runbooks.find(({ slug }) => slug === best.slug);
  const first = runbook?.steps.find(({ id }) => id === best.step);
  const danger = `${say('danger', language)} ${first?.danger ?? '?'}`;
  const name = (word: 'why' | 'first'): string => `  ${padTo(say(word, language), 7)}`;
  return [
    `${best.runbook}  ${best.slug}  (${best.score})${similarText(best, language)}${sourceText(best)}`,
    ...hanging(name('why'), drawable(best.reason), columns, 9),
    ...hanging(name('first'), `${best.step}: ${first?.title[language] ?? ''} (${danger})`, columns, 9),
    ...(first?.commands[0]?.code.split('\n').map((line) => `         ${line}`) ?? []),
    ...best.captures.map(
      ({ name: own, value, line }) => `  ${own} = ${drawable(value)} (${lineWords(line, language)})`,
    ),
    ...(best.ambiguous ? [`  ${say('ambiguous', language)}`] : []),
    ...(best.question ? hanging(`  ${best.question.other}? `, best.question.words, columns, 4) : []),
  ];
}

const similarText = ({ similar }: ReportMatch, language: Language): string =>
  similar === undefined ? '' : `  ${say('similar', language)}`;

const sourceText = ({ places }: ReportMatch): string => {
  if (!places) return '';
  const shown = places.slice(0, 3).map(({ source, lines }) => `${source}:${lines.slice(0, 3).join(',')}`);
  return `  ${shown.join('  ')}${places.length > 3 ? `  +${places.length - 3}` : ''}`;
};

/** A text behind a name, its further lines indented below. */
function hanging(name: string, text: string, columns: number, indent: number): string[] {
  if (columns === Infinity) return [name + text];
  const [first = '', ...rest] = wrap(name + text, columns);
  const more = rest.length === 0 ? [] : wrap(rest.join(' '), columns - indent);
  return [first, ...more.map((line) => ' '.repeat(indent) + line)];
}
