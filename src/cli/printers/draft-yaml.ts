import type { Draft } from '../../core/match/index.ts';
import { type Bilingual, type Language, drawable } from '../../core/text/index.ts';

const MADE =
  'TODO: how this line was made: printed by which program and version, or composed from which format string at which tag';

/** The draft as YAML: what is known of it in comments, then the entry of `signatures`, then what the pages need. */
export function draftText(draft: Draft, language: Language): string {
  return `${[...remarks(draft, language), ...draftYaml(draft), ...pageRemarks(draft)].join('\n')}\n`;
}

/** The entry of `signatures` in `runbook.yaml`; it reads as YAML by itself. */
export function draftYaml({ id, level, head, tail, hit, miss }: Draft): string[] {
  const step = 's-todo';
  return [
    'signatures:',
    `  - id: ${id}`,
    '    role: cause # TODO: cause, consequence, noise or info',
    ...(level ? [`    level: ${level}`] : []),
    `    step: ${step} # TODO: where to begin`,
    '    heads:',
    `      - pattern: ${quoted(head)}`,
    ...(tail
      ? ['    tails:', `      - { id: ${tail.id}, pattern: ${quoted(tail.pattern)}, step: ${step} }`]
      : []),
    '    hit:',
    ...hit.flatMap((line) => sampleYaml(line, MADE)),
    '    miss:',
    ...sampleYaml(miss, 'TODO: a line of the same program that means something else, and how it was made'),
  ];
}

const sampleYaml = (line: string, made: string): string[] => [
  `      - text: ${quoted(line)}`,
  `        made: ${quoted(made)}`,
];

/** In single quotes only the quote itself is special; what cannot be printed needs double quotes. */
const quoted = (text: string): string =>
  drawable(text) === text ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);

function remarks({ number, anchor, problems, conflicts }: Draft, language: Language): string[] {
  const out = [
    say({ en: `drafted from line ${number}`, zh: `根据第 ${number} 行起草` }),
    say({
      en: `found by \`${drawable(anchor.text)}\`, rarity ${anchor.rarity.toFixed(0)} bits (16 and less is in many logs)`,
      zh: `靠 \`${drawable(anchor.text)}\` 查找，稀有度 ${anchor.rarity.toFixed(0)} 位（16 以下在许多日志里都有）`,
    }),
    say({
      en: 'the samples hold values of the paste: take out what is secret',
      zh: '样本里有粘贴内容的值：请去掉机密内容',
    }),
  ];
  for (const { words, remedy } of problems) out.push(`# ! ${words[language]}; ${remedy[language]}`);
  for (const { kind, runbook, slug, name } of conflicts) {
    const where = `${runbook} (${slug}) ${name}`;
    out.push(
      kind === 'known'
        ? say({ en: `! this line is known to ${where}`, zh: `! 这一行已属于 ${where}` })
        : say({ en: `! it takes the sample ${where}`, zh: `! 它会匹配样本 ${where}` }),
    );
  }
  return out;

  function say(words: Bilingual): string {
    return `# ${words[language]}`;
  }
}

/** Both pages say why the signature means what it means. */
const pageRemarks = ({ id, tail }: Draft): string[] => [
  '# in the heads of en.mdx and zh.mdx:',
  '# why:',
  `#   ${id}: TODO`,
  ...(tail ? [`#   ${tail.id}: TODO`] : []),
];
