import { describe, expect, it } from 'vitest';
import local from '../../core/shell/argv/samples/local.json' with { type: 'json' };
import { type DelveReport, type DelveSettings, rebuild } from './job.ts';
import { DEFAULT_SETTINGS, emptyState, readSettings, settingsQuery, update } from './model.ts';

const ROW =
  'root     13128  4.6  1.0 1104416 334280 pts/2  Sl   15:15   1:01 /usr/local/bin/kube-apiserver --v=8 --token=hunter2';

function report(paste: string, settings: Partial<DelveSettings> = {}, build = ''): DelveReport {
  const found = rebuild({ paste, build, settings: { ...DEFAULT_SETTINGS, ...settings }, language: 'en' });
  if (!found) throw new Error('nothing was found');
  return found;
}

const names = (found: DelveReport): string[] => found.blocks.map(({ name }) => name);
const ids = (found: DelveReport): string[] => found.findings.map(({ id }) => id);

describe('the report about a process', () => {
  it('has one block for each thing to copy, in the order of their use', () => {
    const steps = (settings: Partial<DelveSettings>): string[] =>
      names(report(ROW, { node: 'n1', ...settings }));
    expect(steps({})).toEqual(['stop', 'start', 'tunnel', 'vsCode', 'goLand', 'restore', 'verify']);
    expect(steps({ mode: 'attach' })).toEqual(['start', 'tunnel', 'vsCode', 'goLand', 'restore', 'verify']);
    expect(steps({ mode: 'core' })).toEqual(['before', 'start', 'tunnel', 'vsCode', 'goLand', 'verify']);
    expect(steps({ mode: 'dap' })).toEqual(['stop', 'start', 'tunnel', 'vsCode', 'restore', 'verify']);
    expect(steps({ node: '' })).not.toContain('tunnel');
  });

  it.each(['exec', 'attach', 'core', 'dap'] as const)(
    'shows no secret, and copies it where it is needed: %s',
    (mode) => {
      const found = report(ROW, { mode });
      expect(JSON.stringify({ ...found, blocks: found.blocks.map(({ shown }) => shown) })).not.toContain(
        'hunter2',
      );
      const copied = found.blocks.some(({ text }) => text.includes('hunter2'));
      expect(copied).toBe(mode === 'exec' || mode === 'dap');
      expect(ids(found)).toContain('secrets');
    },
  );

  it('has a red notice for every interface, and one for a program that waits', () => {
    expect(ids(report(ROW))).toEqual(['secrets']);
    expect(ids(report(ROW, { everyInterface: true, runOn: false }))).toEqual(['exposed', 'waits', 'secrets']);
  });

  it('has nothing to start where arguments are missing, and says what is', () => {
    expect(names(report('13128 pts/2    00:00:32 kube-apiserver'))).toEqual([]);
    const found = report('["--v=8"]');
    expect([names(found), found.missing.length]).toEqual([[], 1]);
    expect(names(report('["--v=8"]', { binary: '/root/kube-apiserver' }))).toContain('start');
  });

  it('is of the component, not of the first process of a listing', () => {
    const found = report(`root 1 0.0 0.1 168140 11232 ? Ss Nov20 0:03 /sbin/init splash\n${ROW}`);
    expect([found.index, found.program]).toEqual([1, 'kube-apiserver']);
    expect(report(`1 /sbin/init\n${ROW}`, { index: 0 }).program).toBe('init');
  });

  it('is about the binary alone where no process was pasted', () => {
    const found = report('', { delve: '1.21.2' }, 'x: go1.15.5\n');
    expect(found.build).toBe(
      'The binary: built by Go 1.15.5, needs Delve 1.5.0, 1.5.1, 1.6.0, 1.6.1, 1.7.0–1.7.3',
    );
    expect(ids(found)).toEqual(['go-window']);
    expect(report('', { delve: '1.21.2' }, 'x: go1.20.12\n').build).toContain('Delve 1.21.2 takes it');
    expect(
      rebuild({ paste: 'hello', build: '', settings: DEFAULT_SETTINGS, language: 'en' }),
    ).toBeUndefined();
  });

  it('has what a breakpoint costs, with the probe only where somebody still probes', () => {
    const after = (mode: DelveSettings['mode']): number[] =>
      report(ROW, { mode }).effects.map((one) => one.after);
    expect(after('exec')).toEqual([0, 10, 15, 40, 45]);
    expect(after('attach')).toContain(120);
    expect(after('core')).toEqual([]);
  });

  it('of a local cluster has the 39 arguments that its author typed', () => {
    const found = report(`1 ${local.join(' ')}`);
    expect(found.verdict).toContain(
      'with 39 arguments, unchanged and in order. 3 empty arguments were left out',
    );
  });
});

describe('the state of the widget', () => {
  const answered = update(update(emptyState('en', {}), { type: 'text', text: ROW }), {
    type: 'answered',
    report: report(ROW),
  });

  it('is stale from an edit until it is answered', () => {
    expect(answered.stale).toBe(false);
    expect(update(answered, { type: 'text', text: `${ROW} --x` }).stale).toBe(true);
    expect(update(answered, { type: 'build', build: 'x' }).stale).toBe(true);
    expect(update(answered, { type: 'settings', settings: { port: 1 } })).toMatchObject({ stale: true });
  });

  it('is empty again without any text, and keeps what was typed after a failure', () => {
    expect(update(answered, { type: 'text', text: ' ' }).phase).toEqual({ kind: 'empty' });
    const failed = update(answered, { type: 'failed', message: 'x' });
    expect(failed).toMatchObject({ text: ROW, phase: { kind: 'failed', message: 'x' } });
  });

  it('has a clock that another process stops', () => {
    const paused = update(answered, { type: 'clock', paused: 12 });
    expect(paused.paused).toBe(12);
    expect(update(paused, { type: 'text', text: 'x --y' }).paused).toBeUndefined();
  });

  it('gives a link its settings, and nothing of a machine', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      mode: 'attach' as const,
      pid: 13_128,
      node: 'root@n1',
      binary: '/root/x',
      delve: '1.21.2',
    };
    expect(settingsQuery(settings)).toBe('shell=bash&port=2345&mode=attach&delve=1.21.2');
    expect(readSettings(settingsQuery(settings))).toMatchObject({ mode: 'attach', delve: '1.21.2' });
    expect(readSettings('mode=rm&delve=%3Cb%3E&port=0&shell=cmd')).toEqual({});
  });
});
