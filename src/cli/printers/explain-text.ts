import { type Language, drawable } from '../../core/text/index.ts';
import { cutTo, padTo } from './columns.ts';
import type { Place, PlacedExplanation } from './match-report.ts';
import { say } from './match-words.ts';

const MARGIN = ' '.repeat(11);

/**
 * Why a match is one, in lines:
 *
 *     because  sig-ip-allocation, cause, wording `Unable to perform …` (1.9.0-1.23.17)
 *              16:58  literal  `Unable to perform initial IP allocation check: `
 *              16:180 <port>   `6443` = port
 */
export function explanationText(
  explanation: PlacedExplanation,
  language: Language,
  columns: number,
): string[] {
  const { source, signature, role, wording, tail, parts, ignored, conditions, runnersUp, tie } = explanation;
  const out: string[] = [];
  const tell = (name: string, text: string): void => void out.push(`  ${padTo(name, 9)}${text}`);
  const versions = wording?.versions.length ? ` (${wording.versions.join(', ')})` : '';
  tell(say('explained', language), [signature, role, ...(source ? [source] : [])].join(', '));
  if (wording) tell(say('wording', language), `\`${drawable(wording.pattern)}\`${versions}`);
  if (tail) tell(say('ends', language), `${tail.id} \`${drawable(tail.pattern)}\``);
  for (const part of parts) {
    const type = part.kind === 'literal' ? 'literal' : part.type ? `<${part.type}>` : part.of;
    const name = part.name ? ` = ${part.name}` : '';
    out.push(`${MARGIN}${placeText(part).padEnd(8)} ${type.padEnd(8)} \`${drawable(part.text)}\`${name}`);
  }
  for (const piece of ignored)
    out.push(
      `  ${padTo(say('ignored', language), 9)}${placeText(piece).padEnd(8)} ${' '.repeat(8)} \`${drawable(piece.text)}\``,
    );
  for (const { holds, words } of conditions)
    tell(say(holds === null ? 'open' : holds ? 'yes' : 'no', language), words[language]);
  if (tie) tell(say('tie', language), tie[language]);
  for (const miss of runnersUp) {
    const where = `${miss.runbook} ${miss.signature} ${placeText(miss)}`;
    const failed =
      language === 'en'
        ? `expected \`${drawable(miss.expected)}\`, found \`${drawable(miss.found)}\``
        : `应为 \`${drawable(miss.expected)}\`，实际是 \`${drawable(miss.found)}\``;
    tell(say('nearest', language), `${where}: ${failed}`);
  }
  return out.map((line) => cutTo(line, columns));
}

const placeText = ({ line, column }: Partial<Place>): string =>
  line === undefined ? '' : `${line}:${column}`;
