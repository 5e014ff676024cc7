import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../core/text/index.ts';
import { type Structure, extractStructure } from './extract.ts';
import type { Finding } from './finding.ts';
import { parseMdx } from './mdx.ts';
import { type NoiseEntry, readNoise } from './noise.ts';
import {
  type PostmortemData,
  type PostmortemProse,
  type Prose,
  type RunbookData,
  postmortemProseSchema,
  postmortemSchema,
  proseSchema,
  runbookSchema,
} from './schema.ts';
import { readYaml } from './yaml.ts';
import type { z } from 'zod';

/** One language of a page: its head and its structure. */
export interface Page<Head> {
  readonly file: string;
  readonly head: Head;
  readonly structure: Structure;
}

/** A folder of `content/runbooks` or `content/postmortems`, read and checked by itself. */
export interface Entry<Data, Head> {
  readonly slug: string;
  readonly file: string;
  readonly data: Data;
  readonly pages: Readonly<Record<Language, Page<Head>>>;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

export interface Runbook extends Entry<RunbookData, Prose> {
  /** The texts of `samples/`, by file name. */
  readonly samples: ReadonlyMap<string, string>;
  /** The recordings of `casts/`, by file name. */
  readonly casts: ReadonlyMap<string, string>;
}

export type Postmortem = Entry<PostmortemData, PostmortemProse>;

export interface Content {
  readonly root: string;
  readonly runbooks: readonly Runbook[];
  readonly noise: readonly NoiseEntry[];
  readonly postmortems: readonly Postmortem[];
  /** Mistakes that kept an entry from being read whole. */
  readonly findings: readonly Finding[];
}

/** Reads `content/` below a folder of the repository. Nothing is thrown for a mistake of an author. */
export function readContent(root: string): Content {
  const findings: Finding[] = [];
  const runbooks = folders(root, 'content/runbooks').flatMap((slug) => {
    const folder = `content/runbooks/${slug}`;
    const entry = readEntry(root, folder, slug, 'runbook.yaml', runbookSchema, proseSchema, findings);
    const texts = (name: string): Map<string, string> => readTexts(join(root, folder, name));
    return entry ? [{ ...entry, samples: texts('samples'), casts: texts('casts') }] : [];
  });
  const postmortems = folders(root, 'content/postmortems').flatMap((slug) => {
    const folder = `content/postmortems/${slug}`;
    const read = readEntry(
      root,
      folder,
      slug,
      'postmortem.yaml',
      postmortemSchema,
      postmortemProseSchema,
      findings,
    );
    return read ? [read] : [];
  });
  return { root, runbooks, noise: readNoise(root, findings), postmortems, findings };
}

function readEntry<Data extends z.ZodType, Head extends z.ZodType>(
  root: string,
  folder: string,
  slug: string,
  name: string,
  dataSchema: Data,
  headSchema: Head,
  findings: Finding[],
): Entry<z.infer<Data>, z.infer<Head>> | undefined {
  const file = `${folder}/${name}`;
  const text = readText(root, file, findings);
  const yaml = text === undefined ? undefined : readYaml(text, dataSchema, file);
  findings.push(...(yaml?.findings ?? []));
  const pages: Partial<Record<Language, Page<z.infer<Head>>>> = {};
  for (const language of LANGUAGES) {
    const page = readPage(root, `${folder}/${language}.mdx`, headSchema, findings);
    if (page) pages[language] = page;
  }
  const { en, zh } = pages;
  if (!yaml?.data || !en || !zh) return undefined;
  return { slug, file, data: yaml.data, pages: { en, zh }, lineOf: yaml.lineOf };
}

function readPage<Head extends z.ZodType>(
  root: string,
  file: string,
  headSchema: Head,
  findings: Finding[],
): Page<z.infer<Head>> | undefined {
  const text = readText(root, file, findings);
  if (text === undefined) return undefined;
  const parsed = parseMdx(text, file);
  findings.push(...parsed.findings);
  if (!parsed.root) return undefined;
  const head = readYaml(parsed.yaml, headSchema, file, 2);
  findings.push(...head.findings);
  if (!head.data) return undefined;
  return { file, head: head.data, structure: extractStructure(parsed.root) };
}

function readText(root: string, file: string, findings: Finding[]): string | undefined {
  if (existsSync(join(root, file))) return readFileSync(join(root, file), 'utf8');
  findings.push({
    file,
    line: 1,
    rule: 'structure',
    message: 'expected this file, found none',
    remedy: 'a runbook is one folder with `runbook.yaml`, `en.mdx`, `zh.mdx` and `samples/`',
  });
  return undefined;
}

function readTexts(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

function folders(root: string, path: string): string[] {
  const folder = join(root, path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
