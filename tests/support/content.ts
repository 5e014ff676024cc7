import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Content,
  type Finding,
  checkContent,
  printFindings,
  readContent,
} from '../../src/gate/index.ts';

/** Two small runbooks and a postmortem that the gate lets through. */
const VALID = fileURLToPath(new URL('../../src/gate/samples/valid', import.meta.url));

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a test does to the files below `content/`; a `*.mdx` stands for both languages. */
export type Edit = (folder: string) => void;

/** The first occurrence of a text becomes another one. It must be there, or the test would test nothing. */
export const change =
  (file: string, from: string | RegExp, to: string): Edit =>
  (folder) => {
    for (const path of paths(folder, file)) {
      const text = readFileSync(path, 'utf8');
      const there = typeof from === 'string' ? text.includes(from) : from.test(text);
      if (!there) throw new Error(`\`${from}\` is not in ${path}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
    }
  };

export const write =
  (file: string, text: string): Edit =>
  (folder) =>
    writeFileSync(join(folder, file), text);

export const remove =
  (file: string): Edit =>
  (folder) =>
    rmSync(join(folder, file));

const paths = (folder: string, file: string): string[] =>
  (file.endsWith('*.mdx') ? [file.replace('*', 'en'), file.replace('*', 'zh')] : [file]).map((name) =>
    join(folder, name),
  );

/** A folder with the valid content after some edits; whoever makes it removes it. */
export function contentFolder(edits: readonly Edit[]): string {
  const root = mkdtempSync(join(tmpdir(), 'faultbook-content-'));
  cpSync(VALID, root, { recursive: true });
  mkdirSync(join(root, 'content', 'noise'), { recursive: true });
  for (const edit of edits) edit(join(root, 'content'));
  return root;
}

/** Looks at the valid content after some edits, in a folder that is gone afterwards. */
export function withContent<Result>(edits: readonly Edit[], look: (content: Content) => Result): Result {
  const root = contentFolder(edits);
  try {
    return look(readContent(root));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What the gate says to an author who made these edits, as it is printed. */
export const told = (...edits: readonly Edit[]): string =>
  withContent(edits, (content) => printFindings(checkContent(content)));

/** The same, of one rule only: a mistake may break other rules as well. */
export const toldBy = (rule: Finding['rule'], ...edits: readonly Edit[]): string =>
  withContent(edits, (content) =>
    printFindings(checkContent(content).filter((finding) => finding.rule === rule)),
  );

/** What the gate says where nothing is wrong. */
export const NOTHING = printFindings([]);

/** `file:line` below `content/`, what is wrong there, and how to mend it. */
export type Mistake = readonly [where: string, message: string, remedy: string];

/** The same mistake in both languages of the first runbook. */
export const inBoth = (line: number, message: string, remedy: string): readonly [Mistake, Mistake] => [
  [`runbooks/first/en.mdx:${line}`, message, remedy],
  [`runbooks/first/zh.mdx:${line}`, message, remedy],
];

/** How these mistakes are printed, in the order of files and lines. */
export function printed(rule: Finding['rule'], ...mistakes: readonly Mistake[]): string {
  const blocks = mistakes.map(
    ([where, message, remedy]) => `content/${where}  [${rule}] ${message}\n    → ${remedy}\n`,
  );
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  return `${count} in the content:\n\n${blocks.join('\n')}`;
}

/** The content of this repository. */
export const ownContent = (): Content => readContent(ROOT);
