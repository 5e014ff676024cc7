import { describe, expect, it } from 'vitest';
import { runbookOf } from '../../../tests/support/pack.ts';
import { toAnswer } from './answer.ts';
import { compilePack } from './compile.ts';
import { judge } from './judge.ts';
import { PACK_FORMAT, type PackNoise } from './pack.ts';

const entry = (id: string, rest: Partial<PackNoise> = {}): PackNoise => ({
  id,
  title: { en: `title of ${id}`, zh: `${id} 的标题` },
  unless: { en: `${id} goes on`, zh: `${id} 一直出现` },
  heads: [],
  except: [],
  ...rest,
});

const pack = compilePack({
  format: PACK_FORMAT,
  runbooks: [
    runbookOf('A-BOOT-001', {
      signatures: [
        { id: 'sig-cause', heads: ['the disk of the server is full'] },
        { id: 'sig-start', role: 'noise', heads: ['statistics are not ready'], noise: 'n-start' },
      ],
    }),
  ],
  noise: [
    entry('n-pull', {
      heads: [{ pattern: 'waiting before the next pull of <q>', versions: [] }],
      except: ['reason:'],
    }),
    entry('n-start'),
  ],
});

const line = (words: string): string => `E0614 19:56:31.263446       1 x.go:1] ${words}\n`;

const PULL = line('waiting before the next pull of "web:1.4"');

const answer = (text: string): ReturnType<typeof toAnswer> => toAnswer(judge(pack, text), 'en');

describe('a line of the noise registry', () => {
  it('is noise, names its entry, and brings no runbook', () => {
    const told = answer(PULL);
    expect(told.matches).toEqual([]);
    expect(told.lines).toEqual([
      {
        from: 0,
        to: PULL.length,
        verdict: 'noise',
        signature: 'n-pull',
        noise: 'n-pull',
        marks: expect.any(Array),
      },
    ]);
  });

  it('is listed as explained away, with when it is not harmless', () => {
    expect(answer(PULL + line('else') + PULL).explained).toEqual([
      { id: 'n-pull', title: 'title of n-pull', unless: 'n-pull goes on', lines: [1, 3] },
    ]);
    expect(toAnswer(judge(pack, PULL), 'zh').explained[0]?.title).toBe('n-pull 的标题');
  });

  it('is left alone where it tells more', () => {
    const told = answer(line('waiting before the next pull of "web:1.4", reason: not found'));
    expect(told.explained).toEqual([]);
    expect(told.lines[0]?.verdict).toBe('unknown');
  });

  it('is known by its very wording only: what is hidden must not be a guess', () => {
    const told = answer(line('waiting before the  next pull of \u201cweb:1.4\u201d'));
    expect(told.explained).toEqual([]);
    expect(told.lines[0]?.verdict).toBe('unknown');
  });

  it('adds nothing to a cause, however often it stands there, and takes nothing from it', () => {
    const cause = line('the disk of the server is full');
    const alone = answer(cause).matches[0];
    const among = answer(PULL.repeat(1_000) + cause + PULL).matches[0];
    expect(among).toMatchObject({ runbook: 'A-BOOT-001', score: alone?.score });
  });

  it('is not noise where the same line tells a cause', () => {
    const both = line('waiting before the next pull of "web:1.4": the disk of the server is full');
    expect(answer(both).lines[0]).toMatchObject({ verdict: 'cause', signature: 'sig-cause' });
  });
});

describe('noise of a runbook that an entry explains', () => {
  it('names both, and still brings the runbook where nothing else speaks', () => {
    const told = answer(line('statistics are not ready'));
    expect(told.lines[0]).toMatchObject({
      verdict: 'noise',
      runbook: 'A-BOOT-001',
      signature: 'sig-start',
      noise: 'n-start',
    });
    expect(told.explained).toMatchObject([{ id: 'n-start', lines: [1] }]);
    expect(told.matches[0]?.runbook).toBe('A-BOOT-001');
  });
});

it('a pack without a registry is a pack', () => {
  const { noise: _noise, ...rest } = pack.pack;
  expect(toAnswer(judge(compilePack(rest), line('statistics are not ready')), 'en')).toMatchObject({
    explained: [],
    lines: [{ verdict: 'noise', runbook: 'A-BOOT-001' }],
  });
});
