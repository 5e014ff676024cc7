import { describe, expect, it } from 'vitest';
import { runbookOf } from '../../../tests/support/pack.ts';
import { compilePack } from './compile.ts';
import { openPack } from './open-pack.ts';
import { type Pack, PACK_FORMAT } from './pack.ts';

const pack: Pack = {
  format: PACK_FORMAT,
  runbooks: [runbookOf('A-BOOT-001', { signatures: [{ heads: ['some words'] }] })],
};
const json = JSON.stringify(pack);

describe('a pack', () => {
  it('opens as what was written', () => {
    expect(openPack(json)).toEqual(pack);
  });

  const cut = 'expected a pack as JSON, found a text that is none or is cut';
  it.each([
    ['is cut', json.slice(0, -1), cut],
    ['is cut in the middle', json.slice(0, json.length / 2), cut],
    ['is a page', '<!doctype html><title>404</title>', cut],
    ['is empty', '', cut],
    [
      'is of another version',
      json.replace(PACK_FORMAT, 'faultbook-pack-2'),
      'expected a pack of format `faultbook-pack-1`, found "faultbook-pack-2"',
    ],
    ['is of another program', '{"runbooks":[]}', 'expected a pack of format `faultbook-pack-1`, found null'],
    [
      'has no runbooks',
      `{"format":"${PACK_FORMAT}"}`,
      'expected a pack of format `faultbook-pack-1`, found "faultbook-pack-1"',
    ],
    ['is a list', '[]', 'expected a pack of format `faultbook-pack-1`, found null'],
    ['is null', 'null', 'expected a pack of format `faultbook-pack-1`, found null'],
    [
      'holds a runbook that is none',
      JSON.stringify({ ...pack, runbooks: [null] }),
      'expected a runbook as `runbooks[0]`, found null',
    ],
    [
      'holds a runbook without signatures',
      json.replace('"signatures":', '"signs":'),
      'expected a list as `runbooks[0].signatures`, found nothing',
    ],
    [
      'holds a role that nobody knows',
      json.replace('"role":"cause"', '"role":"fate"'),
      'expected one of cause, consequence, noise, info as `runbooks[0].signatures[0].role`, found "fate"',
    ],
    [
      'holds a stack that is no list',
      json.replace('"heads":', '"stack":["a.b/c.F"],"heads":'),
      'expected a list of texts as `runbooks[0].signatures[0].stack[0]`, found "a.b/c.F"',
    ],
    [
      'holds a stack that does not read',
      json.replace('"heads":', '"stack":[["main.main"]],"heads":'),
      'expected two keys, or one function of the program itself, beside Go and its loggers, in `runbooks[0].signatures[0].stack[0]`',
    ],
    [
      'holds a title in one language',
      json.replace('"title":{"en":"title of a-boot-001",', '"title":{'),
      'expected words in both languages as `runbooks[0].title`, found {"zh":"a-boot-001 的标题"}',
    ],
    [
      'holds a wording that does not read',
      json.replace('some words', 'some <thing>'),
      'expected a hole such as `<int>` or `<path:name>`, found `<thing`, in `runbooks[0].signatures[0].heads[0].pattern`',
    ],
    [
      'holds a number for a wording',
      json.replace('"some words"', '7'),
      'expected a text as `runbooks[0].signatures[0].heads[0].pattern`, found 7',
    ],
    ['is a number', '7', 'expected a pack of format `faultbook-pack-1`, found null'],
  ])('is refused in words where the text %s', (_, text, refused) => {
    expect(openPack(text)).toEqual({ refused });
  });
});

describe('a compiled pack', () => {
  it('has every signature of every runbook, in order', () => {
    const runbooks = ['A-BOOT-001', 'B-BOOT-001'].map((id) =>
      runbookOf(id, {
        signatures: [
          { id: 'sig-x', heads: ['some words'] },
          { id: 'sig-y', heads: ['other words'] },
        ],
      }),
    );
    const { signatures } = compilePack({ format: PACK_FORMAT, runbooks });
    expect(signatures.map(({ runbook, signature }) => `${runbook?.id} ${signature.id}`)).toEqual([
      'A-BOOT-001 sig-x',
      'A-BOOT-001 sig-y',
      'B-BOOT-001 sig-x',
      'B-BOOT-001 sig-y',
    ]);
  });

  it('throws for a pattern that does not read, since the gate lets none through', () => {
    const runbooks = [runbookOf('A-BOOT-001', { signatures: [{ heads: ['some <thing>'] }] })];
    expect(() => compilePack({ format: PACK_FORMAT, runbooks })).toThrow(
      'expected a hole such as `<int>` or `<path:name>`, found `<thing`, in `some <thing>`',
    );
  });
});
