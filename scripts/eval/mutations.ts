import { WRAPPINGS } from '../../tests/support/wrappings.ts';
import { type Random, pick } from '../bench/random.ts';

/** One way in which the same trouble looks otherwise in another paste. */
export interface Mutation {
  readonly name: string;
  /** What targets are about: a cut may take away what there was to see, the others may not. */
  readonly kind: 'same' | 'cut';
  /** Of a cut, the text is the line that tells. `undefined` where there is nothing to change. */
  readonly mutate: (text: string, random: Random) => string | undefined;
}

const lines = (text: string): string[] => text.trimEnd().split('\n');

const each =
  (change: (line: string, index: number) => string) =>
  (text: string): string =>
    `${lines(text).map(change).join('\n')}\n`;

const changed =
  (change: (text: string, random: Random) => string) =>
  (text: string, random: Random): string | undefined => {
    const mutated = change(text, random);
    return mutated === text ? undefined : mutated;
  };

const digits = (count: number, random: Random): string =>
  Array.from({ length: count }, () => String(random(10))).join('');

/** Further digits of numbers with four and more, so that ports stay ports and `x509` stays what it is. */
const otherNumbers = (text: string, random: Random): string =>
  text.replaceAll(/(?<![\w.:])\d{5,}(?![\w.])/g, (number) => `1${digits(number.length - 1, random)}`);

const otherAddresses = (text: string, random: Random): string =>
  text.replaceAll(/\b(?!127\.0\.0\.)(?!0\.0\.0\.0)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, () =>
    ['10', 1 + random(254), 1 + random(254), 1 + random(254)].join('.'),
  );

const otherTimes = (text: string, random: Random): string =>
  text
    .replaceAll(/\b([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6}/g, (_, level: string) => {
      const two = (below: number): string => String(random(below)).padStart(2, '0');
      return `${level}0${1 + random(9)}${two(27)} ${two(24)}:${two(60)}:${two(60)}.${digits(6, random)}`;
    })
    .replaceAll(/\.go:\d+\]/g, () => `.go:${3_000 + random(900)}]`);

const otherHex = (text: string, random: Random): string =>
  text.replaceAll(/\b[0-9a-f]{12,}\b/g, (hex) =>
    Array.from(hex, (character) =>
      /\d/.test(character) ? String(random(10)) : pick([...'abcdef'], random),
    ).join(''),
  );

const wrapAt =
  (width: number) =>
  (text: string): string =>
    each((line) => line.match(new RegExp(`.{1,${width}}`, 'gsu'))?.join('\n') ?? line)(text);

/** As mail programs do it: at blanks, with a mark in front of each line. */
const wrapWords =
  (width: number, mark: string) =>
  (text: string): string =>
    each((line) => {
      const rows: string[] = [];
      let row = '';
      for (const word of line.split(' ')) {
        if (row !== '' && row.length + word.length + 1 > width) {
          rows.push(row);
          row = word;
        } else row = row === '' ? word : `${row} ${word}`;
      }
      return [...rows, row].map((one) => mark + one).join('\n');
    })(text);

/** Every mutation. To add one: a row here. */
export const MUTATIONS: readonly Mutation[] = [
  ...WRAPPINGS.map(({ name, wrap }): Mutation => ({ name, kind: 'same', mutate: wrap })),
  { name: 'other numbers', kind: 'same', mutate: changed(otherNumbers) },
  { name: 'other addresses', kind: 'same', mutate: changed(otherAddresses) },
  { name: 'other times and source lines', kind: 'same', mutate: changed(otherTimes) },
  { name: 'other ids', kind: 'same', mutate: changed(otherHex) },
  { name: 'wrapped at 80 columns', kind: 'same', mutate: changed(wrapAt(80)) },
  { name: 'wrapped at 120 columns', kind: 'same', mutate: changed(wrapAt(120)) },
  { name: 'wrapped by a mail program', kind: 'same', mutate: changed(wrapWords(76, '> ')) },
  { name: 'folded by a text editor', kind: 'same', mutate: changed(wrapWords(100, '  ')) },
  { name: 'indented', kind: 'same', mutate: each((line) => `      ${line}`) },
  {
    name: 'with numbers of lines',
    kind: 'same',
    mutate: each((line, index) => `${String(index + 1).padStart(4)}  ${line}`),
  },
  { name: 'as a list of a chat', kind: 'same', mutate: each((line) => `- ${line}`) },
  {
    name: 'blanks folded to one',
    kind: 'same',
    mutate: changed(each((line) => line.replaceAll(/ {2,}/g, ' '))),
  },
  {
    name: 'tabs for runs of blanks',
    kind: 'same',
    mutate: changed(each((line) => line.replaceAll(/ {3,}/g, '\t'))),
  },
  { name: 'curly quotes', kind: 'same', mutate: changed((text) => text.replaceAll(/"([^"\n]*)"/g, '“$1”')) },
  {
    name: 'full-width punctuation',
    kind: 'same',
    mutate: changed((text) => text.replaceAll(': ', '：').replaceAll(', ', '，')),
  },
  {
    name: 'as a string of JSON',
    kind: 'same',
    mutate: (text) => `{"message":${JSON.stringify(text.trimEnd())}}\n`,
  },
  {
    name: 'said in English',
    kind: 'same',
    mutate: (text) =>
      `Since this morning we get this, any idea?\n\n${text}\nthe nodes were rebooted last night, thanks\n`,
  },
  {
    name: 'said in Chinese',
    kind: 'same',
    mutate: (text) => `大家好，集群今早开始报错：\n${text}\n昨晚重启过节点，请问是什么原因？\n`,
  },
  {
    name: 'behind words on the line',
    kind: 'same',
    mutate: (text) => (lines(text).length === 1 ? `报错信息：${text}` : undefined),
  },
  {
    name: 'in a bullet with bold marks',
    kind: 'same',
    mutate: (text) => (lines(text).length === 1 ? `* **Error:** \`${text.trimEnd()}\`\n` : undefined),
  },
  {
    name: 'a fifth cut off at its head',
    kind: 'cut',
    mutate: (line) => line.slice(Math.floor(line.length / 5)),
  },
  {
    name: 'a fifth cut off at its tail',
    kind: 'cut',
    mutate: (line) => line.slice(0, -Math.floor(line.length / 5)),
  },
  {
    name: 'twenty characters left out in the middle',
    kind: 'cut',
    mutate: (line) => {
      const at = Math.floor(line.length / 2);
      return `${line.slice(0, at - 10)}...${line.slice(at + 10)}`;
    },
  },
];
