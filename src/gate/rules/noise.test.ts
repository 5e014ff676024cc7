import { describe, expect, it } from 'vitest';
import {
  NOTHING,
  type Mistake,
  printed,
  toldBy,
  withContent,
  write,
} from '../../../tests/support/content.ts';
import { buildPack, publishedIds } from '../index.ts';

/** An entry that the gate lets through, but for the ledger. */
const VALID = `id: n-waiting
component: etcd
title: { en: waiting, zh: 等待 }
aka: { en: [waits], zh: [等] }
harmless: { en: it waits, zh: 它在等 }
unless:
  - { when: { en: it waits long, zh: 等很久 }, goto: TEST-BOOT-001#s-look }
heads:
  - { pattern: 'waiting for the second thing', reference: ref-source }
except: ['gave up']
hit:
  - { text: 'waiting for the second thing', made: written for this test }
  - { text: 'still waiting for the second thing', made: written for this test }
miss:
  - { text: 'waiting for the second thing, gave up', made: written for this test }
references:
  - { id: ref-source, title: the source, url: 'https://example.com/a.go', at: v1.0.0 }
`;

const FILE = 'noise/n-waiting.yaml';

/** What the rule says of the entry after an edit. */
const tell = (from: string, to: string): string => {
  if (!VALID.includes(from)) throw new Error(`\`${from}\` is not in the entry`);
  return toldBy('noise', write(FILE, VALID.replace(from, to)));
};

const one = (...mistake: Mistake): string => printed('noise', mistake);

describe('an entry of the noise registry', () => {
  it('is let through if all is well', () => {
    expect(toldBy('noise', write(FILE, VALID))).toBe(NOTHING);
  });

  it('is published under a permanent id, and goes into the pack', () => {
    withContent([write(FILE, VALID)], (content) => {
      expect(publishedIds(content)).toContain('NOISE#n-waiting');
      expect(buildPack(content).noise).toEqual([
        {
          id: 'n-waiting',
          title: { en: 'waiting', zh: '等待' },
          unless: { en: 'it waits long', zh: '等很久' },
          heads: [{ pattern: 'waiting for the second thing', versions: [] }],
          except: ['gave up'],
        },
      ]);
    });
  });

  it('stands in a file of its own name', () => {
    expect(tell('id: n-waiting', 'id: n-other')).toBe(
      one(`${FILE}:1`, '`n-other` stands in another file', 'call the file `n-other.yaml`'),
    );
  });

  it('has a wording that reads', () => {
    expect(tell("'waiting for the second thing', ref", "'waiting for <thing>', ref")).toContain(
      `content/${FILE}:9  [noise] expected a hole such as`,
    );
  });

  it('has a wording that stands in few lines', () => {
    expect(tell("'waiting for the second thing', ref", "'waiting <*>thing', ref")).toBe(
      one(
        `${FILE}:9`,
        'its longest literal `waiting ` is shorter than 12 characters',
        'take more of the message: what is explained away must be this line and no other',
      ),
    );
  });

  it('says where each wording was read', () => {
    expect(tell('reference: ref-source', 'reference: ref-other')).toBe(
      one(`${FILE}:9`, 'there is no reference `ref-other`', 'add it to `references`, with file and tag'),
    );
  });

  it('has two samples, and a near miss', () => {
    expect(
      tell("  - { text: 'still waiting for the second thing', made: written for this test }\n", ''),
    ).toBe(one(`${FILE}:12`, 'expected at least two samples that match', 'add them, with `made`'));
    expect(
      tell("miss:\n  - { text: 'waiting for the second thing, gave up', made: written for this test }\n", ''),
    ).toContain('expected at least one near miss');
  });

  it('matches its own samples', () => {
    expect(tell('still waiting for the second', 'still waiting for the third')).toBe(
      one(
        `${FILE}:13`,
        'does not match its own sample `still waiting for the third thing`',
        'mend one of them',
      ),
    );
  });

  it('takes no near miss', () => {
    expect(tell("except: ['gave up']", "except: ['nothing']")).toBe(
      one(
        `${FILE}:15`,
        '`n-waiting` takes `waiting for the second thing, gave up`, which is not harmless',
        'make its wording more specific',
      ),
    );
  });

  it('takes no line that a runbook calls a cause', () => {
    const told = toldBy(
      'noise',
      write(
        FILE,
        VALID.replace("'waiting for the second thing', ref", "'the first thing is broken: ', ref").replaceAll(
          /text: '(still )?waiting for the second thing'/g,
          "text: 'the first thing is broken: disk a is full'",
        ),
      ),
    );
    expect(told).toContain(
      '`sig-broken` of `TEST-BOOT-001` calls `the first thing is broken: disk a is full` a cause',
    );
    expect(told).toMatch(/`n-waiting` explains line \d+ of .* away, which tells a cause/);
  });

  it('leads to places that exist', () => {
    expect(tell('TEST-BOOT-001#s-look', 'TEST-BOOT-001#s-gone')).toBe(
      one(
        `${FILE}:7`,
        '`TEST-BOOT-001#s-gone` does not exist',
        'name a runbook, or a place in one: `APISRV-BOOT-001#s-tail`',
      ),
    );
  });

  it('says what to do when it is not harmless', () => {
    expect(toldBy('schema', write(FILE, VALID.replace(', goto: TEST-BOOT-001#s-look', '')))).toContain(
      'expected `goto` or `check`: what to do then',
    );
  });

  it('explains noise of runbooks, and nothing else of them', () => {
    expect(tell("except: ['gave up']", "except: ['gave up']\nadopts: [TEST-BOOT-001#sig-slow]")).toBe(
      NOTHING,
    );
    expect(tell("except: ['gave up']", "except: ['gave up']\nadopts: [TEST-BOOT-001#sig-broken]")).toBe(
      one(
        `${FILE}:11`,
        '`TEST-BOOT-001#sig-broken` is no noise, but `cause`',
        'name a signature of a runbook with `role: noise`',
      ),
    );
  });

  it('is about signatures of runbooks that exist, whatever they are there', () => {
    expect(tell("except: ['gave up']", "except: ['gave up']\nabout: [TEST-BOOT-001#sig-broken]")).toBe(
      NOTHING,
    );
    expect(tell("except: ['gave up']", "except: ['gave up']\nabout: [TEST-BOOT-001#sig-gone]")).toBe(
      one(`${FILE}:11`, '`TEST-BOOT-001#sig-gone` does not exist', 'name a signature of a runbook'),
    );
  });

  it('explains what no other entry explains', () => {
    const adopting = VALID.replace(
      "except: ['gave up']",
      "except: ['gave up']\nadopts: [TEST-BOOT-001#sig-slow]",
    );
    const told = toldBy(
      'noise',
      write(FILE, adopting),
      write('noise/n-weary.yaml', adopting.replace('id: n-waiting', 'id: n-weary')),
    );
    expect(told).toContain('`TEST-BOOT-001#sig-slow` is explained by `n-waiting` already');
  });
});
