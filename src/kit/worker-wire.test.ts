import { describe, expect, it, vi } from 'vitest';
import { type JobContext, connectWorker, serve } from './worker-wire.ts';

const jobs = {
  count: async (to: number, { progress, part }: JobContext<number>): Promise<string> => {
    for (let at = 1; at <= to; at++) {
      await Promise.resolve();
      progress(at, to);
      part(at);
    }
    return `counted to ${to}`;
  },
  fail: (): never => {
    throw new Error('it cannot');
  },
};

/** A worker without a thread: what one side posts, the other gets a moment later. */
function pretendWorker(): Worker & { readonly terminate: ReturnType<typeof vi.fn> } {
  const scope: Parameters<typeof serve>[1] = {
    onmessage: null,
    postMessage: (answer) => queueMicrotask(() => worker.onmessage?.({ data: answer } as MessageEvent)),
  };
  const worker = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    onerror: null,
    postMessage: (data: never) => queueMicrotask(() => scope.onmessage?.({ data })),
    terminate: vi.fn(() => (worker.onmessage = null)),
  };
  serve(jobs, scope);
  return worker as unknown as ReturnType<typeof pretendWorker>;
}

const connect = (spawn: () => Worker | Promise<Worker> = pretendWorker) =>
  connectWorker<typeof jobs>(spawn, () => Promise.resolve(jobs));

describe('a job in a worker', () => {
  it('answers, and tells on the way how far it is and what it has found', async () => {
    const [progress, part] = [vi.fn(), vi.fn()];
    const outcome = await connect().ask('count', 3, { progress, part });
    expect(outcome).toMatchObject({ kind: 'output', output: 'counted to 3' });
    expect(progress.mock.calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(part.mock.calls).toEqual([[1], [2], [3]]);
  });

  it('tells why it failed', async () => {
    expect(await connect().ask('fail', undefined as never)).toMatchObject({
      kind: 'failed',
      message: 'Error: it cannot',
    });
  });

  it('may be loaded apart from the page', async () => {
    const outcome = await connect(() => Promise.resolve(pretendWorker())).ask('count', 1);
    expect(outcome).toMatchObject({ output: 'counted to 1' });
  });

  it('that was replaced or cancelled says nothing any more, and its worker is ended', async () => {
    const workers: ReturnType<typeof pretendWorker>[] = [];
    const connection = connect(() => {
      const worker = pretendWorker();
      workers.push(worker);
      return worker;
    });
    const part = vi.fn();
    const first = vi.fn();
    void connection.ask('count', 100, { part }).then(first);
    await Promise.resolve();
    const second = await connection.ask('count', 2);
    expect(second).toMatchObject({ output: 'counted to 2' });
    expect(first).not.toHaveBeenCalled();
    expect(workers[0]?.terminate).toHaveBeenCalledOnce();
    void connection.ask('count', 100, { part }).then(first);
    connection.cancel();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(first).not.toHaveBeenCalled();
    expect(part).not.toHaveBeenCalled();
  });
});

describe.each([
  [
    'cannot be started',
    () => {
      throw new Error('no workers here');
    },
  ],
  ['cannot be loaded', () => Promise.reject(new Error('no network'))],
])('where a worker %s', (_, spawn) => {
  it('the page does the job itself', async () => {
    const part = vi.fn();
    const outcome = await connect(spawn).ask('count', 2, { part });
    expect(outcome).toEqual({ kind: 'output', output: 'counted to 2' });
    expect(part).toHaveBeenCalledTimes(2);
  });
});
