import { describe, expect, it } from 'vitest';
import {
  type ComponentEvent,
  type ComponentState,
  emptyState,
  readSettings,
  settingsQuery,
  update,
} from './component-model.ts';

const NOTHING_SET = { component: undefined, minor: undefined };

const after = (...events: ComponentEvent<string>[]): ComponentState<string> =>
  events.reduce(update<string>, emptyState<string>('en', NOTHING_SET));

describe('a widget about the flags of a component', () => {
  it('is stale from a change until the answer to it', () => {
    const typed = after({ type: 'text', text: 'kubelet --v=2' });
    expect(typed.stale).toBe(true);
    const answered = update(typed, { type: 'answered', report: 'fine' });
    expect(answered).toMatchObject({ stale: false, phase: { kind: 'result', report: 'fine' } });
    expect(update(answered, { type: 'settings', settings: NOTHING_SET }).stale).toBe(true);
  });

  it('tells an empty field from a paste without flags', () => {
    expect(after({ type: 'text', text: '  ' }).phase).toEqual({ kind: 'empty' });
    const nothing = after({ type: 'text', text: 'x' }, { type: 'answered', report: undefined });
    expect(nothing.phase).toEqual({ kind: 'nothing' });
    expect(nothing.text).toBe('x');
  });

  it('keeps the input when its reader fails', () => {
    const failed = after({ type: 'text', text: 'x' }, { type: 'failed', message: 'no' });
    expect(failed).toMatchObject({ text: 'x', stale: false, phase: { kind: 'failed', message: 'no' } });
  });

  it('offers the paste of the page, but not the one that it has', () => {
    expect(after({ type: 'offer', text: 'a' }).offered).toBe('a');
    expect(after({ type: 'text', text: 'a' }, { type: 'offer', text: 'a' }).offered).toBe('');
  });
});

describe('the settings of a link', () => {
  it('are the component and the version, and nothing else', () => {
    expect(settingsQuery({ component: 'kube-proxy', minor: 20 })).toBe('component=kube-proxy&version=1.20');
    expect(settingsQuery(NOTHING_SET)).toBe('');
  });

  it.each([
    ['?component=kube-proxy&version=1.20', { component: 'kube-proxy', minor: 20 }],
    ['?version=1.7.16', { component: undefined, minor: 7 }],
    ['?component=etcd&version=99', NOTHING_SET],
    ['?version=1.99', NOTHING_SET],
    ['', NOTHING_SET],
  ])('are read from %s', (query, settings) => {
    expect(readSettings(query)).toEqual(settings);
  });
});
