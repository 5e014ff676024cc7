import { describe, expect, it } from 'vitest';
import { type ApiServiceAnswer, MAX_ROWS, jobs } from './job.ts';
import {
  type ApiServiceEvent,
  type ApiServiceState,
  DEFAULT_TARGET,
  emptyState,
  readSettings,
  settingsQuery,
  update,
} from './model.ts';

const ROW = 'v1beta1.metrics.k8s.io  kube-system/metrics-server  False (MissingEndpoints)  15m\n';

const read = (paste: string): ApiServiceAnswer | undefined =>
  jobs.read({ paste, target: DEFAULT_TARGET, language: 'en' });

const after = (...events: ApiServiceEvent[]): ApiServiceState => events.reduce(update, emptyState('en', {}));

const text = (value: string): ApiServiceEvent => ({ type: 'text', text: value });
const answered: ApiServiceEvent = { type: 'answered', answer: read(ROW) };

describe('the APIService reader', () => {
  it('keeps the answer to an older text, dimmed, until there is a new one', () => {
    expect(after(text(ROW), answered)).toMatchObject({ stale: false });
    expect(after(text(ROW), answered, text('x'))).toMatchObject({ stale: true, shown: { unavailable: 1 } });
    expect(after(text(ROW), answered, text('x'), { type: 'answered', answer: undefined })).toMatchObject({
      stale: false,
      shown: 'nothing',
    });
  });

  it('shows nothing once it is cleared, not even an answer that comes late', () => {
    expect(after(text(ROW), answered, text(' '))).toMatchObject({ text: '', shown: undefined });
    expect(after(text(ROW), text(''), answered).shown).toBeUndefined();
  });

  it('keeps text and settings when it fails', () => {
    const failed = after({ type: 'target', target: { context: 'prod' } }, text(ROW), {
      type: 'failed',
      message: 'no',
    });
    expect(failed).toMatchObject({ text: ROW, failed: 'no', target: { context: 'prod' } });
  });

  it('asks anew whether the saved file is there for each text', () => {
    expect(after(text(ROW), answered, { type: 'saved', saved: true }).saved).toBe(true);
    expect(after(text(ROW), answered, { type: 'saved', saved: true }, text('x')).saved).toBe(false);
  });

  it('has a link with the shell, and no name of a machine', () => {
    const query = settingsQuery({ context: 'prod', server: 'https://10.0.0.1:6443', shell: 'fish' });
    expect(query).toBe('shell=fish');
    expect(readSettings(`?${query}&server=x`)).toEqual({ shell: 'fish' });
    expect(readSettings('?shell=cmd')).toEqual({});
  });
});

describe('the answer', () => {
  it('offers the first unavailable API for the variables of the page, with its line', () => {
    expect(read(`$ kubectl get apiservice\nv1.apps  Local  True  5d\n${ROW}`)?.values).toEqual([
      { name: 'apiservice', value: 'v1beta1.metrics.k8s.io', line: 3 },
      { name: 'namespace', value: 'kube-system', line: 3 },
      { name: 'service', value: 'metrics-server', line: 3 },
    ]);
    expect(read('v1.apps  Local  True  5d\n')?.values).toEqual([]);
  });

  it('is none where the paste tells nothing', () => {
    expect(read('hello\n')).toBeUndefined();
  });

  it('says that nothing is wrong in so many rows', () => {
    const rows = Array.from({ length: 42 }, (_, index) => `v1.x${index}  Local  True  5d\n`).join('');
    expect(read(rows)?.verdict).toBe('No unavailable APIService in 42 rows, 42 of them Local.');
  });

  it('copies as Markdown that a cell cannot break', () => {
    const condition = { type: 'Available', status: 'False', reason: '<b>|`' };
    const item = {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1.x' },
      spec: { service: { namespace: 'a|b', name: 'c' } },
      status: { conditions: [condition] },
    };
    expect(read(JSON.stringify(item, null, 2))?.markdown).toContain(
      "| v1.x | a\\|b/c | False (&lt;b>\\|') |",
    );
  });

  it('draws so many rows and no more, unavailable ones first', () => {
    const rows = Array.from({ length: MAX_ROWS + 5 }, (_, index) => `v1.x${index}  Local  True  5d\n`).join(
      '',
    );
    const answer = read(rows + ROW);
    expect(answer?.rows).toHaveLength(MAX_ROWS);
    expect(answer?.rows[0]?.name).toBe('v1beta1.metrics.k8s.io');
  });
});
