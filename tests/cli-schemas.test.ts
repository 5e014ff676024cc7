import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { main } from '../src/cli/main.ts';
import { ROOT } from './support/content.ts';
import { ioOf } from './support/io.ts';

/** A schema of the command line as it is published, which a value either keeps or not. */
function schemaOf(name: string): (value: unknown) => string {
  const json = readFileSync(join(ROOT, 'src/cli/schemas', `${name}.schema.json`), 'utf8');
  const schema = z.fromJSONSchema(JSON.parse(json));
  return (value) => {
    const { success, error } = schema.safeParse(value);
    return success ? 'kept' : z.prettifyError(error);
  };
}

const SAMPLES = readdirSync(join(ROOT, 'content/runbooks')).flatMap((slug) =>
  readdirSync(join(ROOT, 'content/runbooks', slug, 'samples')).map(
    (file) => `content/runbooks/${slug}/samples/${file}`,
  ),
);

const FILES = {
  ...Object.fromEntries(SAMPLES.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')])),
  '-': 'nobody knows this line\n',
  'bundle/core': '\0\u0001\u0002\0\0',
  'bundle/a.log': readFileSync(join(ROOT, SAMPLES.find((path) => path.endsWith('boot.log')) ?? ''), 'utf8'),
};

async function kb(...args: string[]): Promise<string> {
  const io = ioOf(FILES);
  await main(args, io);
  const { out, error } = io.told();
  expect(error).toBe('');
  return out;
}

describe('kb match --json', () => {
  const kept = schemaOf('match');

  it.each([[['-']], [['bundle']], [['-', 'bundle']], [['bundle/a.log']]])(
    'keeps its schema for %j',
    async (paths) => {
      expect(kept(JSON.parse(await kb('match', '--json', ...paths)))).toBe('kept');
      expect(kept(JSON.parse(await kb('match', '--json', '--explain', '--language', 'zh', ...paths)))).toBe(
        'kept',
      );
    },
  );

  it('keeps its schema for every sample of every runbook', async () => {
    expect(SAMPLES.length).toBeGreaterThan(30);
    for (const path of SAMPLES) {
      expect([path, kept(JSON.parse(await kb('match', '--json', '--explain', path)))]).toEqual([
        path,
        'kept',
      ]);
    }
    expect(kept(JSON.parse(await kb('match', '--json', '--explain', ...SAMPLES)))).toBe('kept');
  });

  it('would be seen to break it', async () => {
    const answer = JSON.parse(await kb('match', '--json', '--explain', 'bundle/a.log'));
    const [match] = answer.matches;
    const [explanation] = answer.explanations;
    for (const broken of [
      { ...answer, more: 1 },
      { ...answer, lines: [{ from: 0, to: 1 }] },
      { ...answer, lines: [{ from: 0, to: 1, verdict: 'bad' }] },
      { ...answer, matches: [{ ...match, score: 'high' }] },
      { ...answer, matches: [{ ...match, runbook: undefined }] },
      { ...answer, explanations: [{ ...explanation, parts: [{ text: 'x' }] }] },
      { ...answer, versions: {} },
    ])
      expect(kept(broken)).not.toBe('kept');
  });
});

describe('kb match --ndjson', () => {
  const kept = schemaOf('match-lines');

  it('keeps its schema in every line', async () => {
    for (const paths of [['-'], ['bundle', '-'], ['bundle/a.log'], SAMPLES]) {
      const lines = (await kb('match', '--ndjson', '--explain', ...paths)).trimEnd().split('\n');
      for (const line of lines) expect(kept(JSON.parse(line))).toBe('kept');
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'answer' });
    }
  });

  it('would be seen to break it', () => {
    expect(kept({ type: 'other' })).not.toBe('kept');
    expect(kept({ type: 'finding', line: 1 })).not.toBe('kept');
    expect(kept({ type: 'answer', matches: [] })).not.toBe('kept');
  });
});
