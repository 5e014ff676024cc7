import { describe, expect, it } from 'vitest';
import { trySignature } from '../../core/match/index.ts';
import { type TesterState, emptyState, update } from './model.ts';

const fields = { heads: 'the quota is exceeded', tails: '', lines: 'x' };
const trial = trySignature([fields.heads], [], fields.lines);
const tried = (): TesterState =>
  update(update(emptyState('en'), { type: 'fields', fields }), { type: 'tried', trial });

describe('the signature tester', () => {
  it('keeps what it shows, marked as stale, until the changed fields have been tried', () => {
    const changed = update(tried(), { type: 'fields', fields: { ...fields, lines: 'y' } });
    expect(changed).toMatchObject({ shown: trial, stale: true });
    expect(update(changed, { type: 'tried', trial })).toMatchObject({ stale: false });
  });

  it('shows nothing once the fields are empty, also where an answer comes late', () => {
    const empty = { heads: ' ', tails: 'x', lines: '\n' };
    const cleared = update(tried(), { type: 'fields', fields: empty });
    expect(cleared.shown).toBeUndefined();
    expect(update(cleared, { type: 'tried', trial }).shown).toBeUndefined();
  });

  it('takes a draft into its fields, and says so where there is none', () => {
    const drafted = update(tried(), { type: 'drafted', draft: { heads: 'a', tails: 'b' } });
    expect(drafted).toMatchObject({ fields: { heads: 'a', tails: 'b', lines: 'x' }, noDraft: false });
    const none = update(tried(), { type: 'drafted', draft: undefined });
    expect(none).toMatchObject({ fields, noDraft: true });
    expect(update(none, { type: 'fields', fields })).toMatchObject({ noDraft: false });
  });

  it('keeps the fields where the worker fails, and forgets the failure once it answers', () => {
    const failed = update(tried(), { type: 'failed', message: 'no pack' });
    expect(failed).toMatchObject({ fields, failed: 'no pack' });
    expect(update(failed, { type: 'tried', trial }).failed).toBeUndefined();
  });
});
