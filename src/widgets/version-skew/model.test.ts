import { describe, expect, it } from 'vitest';
import { EMPTY, judge, readSettings, settingsQuery } from './model.ts';

describe('the form of version skew', () => {
  it('judges once both versions are there', () => {
    expect(judge(EMPTY)).toEqual({ kind: 'empty' });
    expect(judge({ ...EMPTY, version: '1.7.16' })).toEqual({ kind: 'empty' });
    expect(judge({ ...EMPTY, version: ' 1.7.16 ', servers: 'v1.9.11' })).toMatchObject({
      kind: 'result',
      skew: { verdict: 'within', behind: 2 },
    });
  });

  it('takes several servers', () => {
    expect(judge({ ...EMPTY, version: '1.35', servers: '1.35, 1.34' })).toMatchObject({
      skew: { verdict: 'too-new' },
    });
  });

  it.each([
    ['seven', '1.9', 'seven'],
    ['1.7', '1.9 nine', 'nine'],
  ])('names what is no version in %s and %s', (version, servers, found) => {
    expect(judge({ ...EMPTY, version, servers })).toEqual({ kind: 'error', found });
  });

  it('reads only versions out of a link', () => {
    const settings = { component: 'kubectl', version: '1.7.16', servers: '1.9.11 1.8' } as const;
    expect(readSettings(`?${settingsQuery(settings)}`)).toEqual(settings);
    expect(readSettings('?component=x&version=secret&servers=a,1.9')).toEqual({ ...EMPTY, servers: '1.9' });
  });
});
