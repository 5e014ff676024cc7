/** What a job in a worker can tell while it runs. */
export interface JobContext {
  /** How much has been read, in the unit of the job's input, and how much there is. */
  readonly progress: (done: number, total: number) => void;
}

/** The jobs that a worker does: from input to output, by name. */
export type Jobs = Readonly<Record<string, (input: never, context: JobContext) => unknown>>;

type InputOf<Table extends Jobs, Name extends keyof Table> = Parameters<Table[Name]>[0];
type OutputOf<Table extends Jobs, Name extends keyof Table> = Awaited<ReturnType<Table[Name]>>;

type Request = { readonly id: number; readonly name: string; readonly input: unknown };
type Answer =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: 'output'; readonly output: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

/** What is needed of a worker's global scope. */
interface WorkerScope {
  onmessage: ((event: { data: Request }) => void) | null;
  postMessage(answer: Answer): void;
}

/** The worker's side: answers every request out of the table. */
export function serve(table: Jobs, scope = globalThis as unknown as WorkerScope): void {
  scope.onmessage = ({ data: { id, name, input } }) => {
    const context: JobContext = {
      progress: (done, total) => scope.postMessage({ id, kind: 'progress', done, total }),
    };
    Promise.resolve()
      .then(() => table[name]?.(input as never, context))
      .then((output) => scope.postMessage({ id, kind: 'output', output }))
      .catch((error: unknown) => scope.postMessage({ id, kind: 'failed', message: String(error) }));
  };
}

/** How a job ended. A job that another replaced, or that was cancelled, never answers. */
export type Outcome<Output> =
  | { readonly kind: 'output'; readonly output: Output }
  | { readonly kind: 'failed'; readonly message: string };

export interface Connection<Table extends Jobs> {
  /** Starts a job; one that still runs is given up, since only the latest paste counts. */
  ask<Name extends keyof Table & string>(
    name: Name,
    input: InputOf<Table, Name>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Outcome<OutputOf<Table, Name>>>;
  /** Gives up the running job: the worker is ended, so that no loop of it can go on. */
  cancel(): void;
}

/**
 * The page's side. The worker starts with the first job, or at once with `warm`. Where none can be started (an old
 * browser, a policy), the same table is loaded into the page and answers there.
 */
export function connectWorker<Table extends Jobs>(
  spawn: () => Worker,
  loadTable: () => Promise<Table>,
  options: { readonly warm?: boolean } = {},
): Connection<Table> {
  let worker: Worker | undefined;
  let busy = false;
  let latest = 0;
  let broken = false;
  /** Does the running job in the page, should the worker fail. */
  let inPage: (() => void) | undefined;

  const fail = (): void => {
    broken = true;
    worker = undefined;
    inPage?.();
  };

  const start = (): Worker | undefined => {
    if (worker || broken) return worker;
    try {
      worker = spawn();
      worker.onerror = fail;
    } catch {
      broken = true;
    }
    return worker;
  };

  const stop = (): void => {
    latest++;
    if (busy) {
      worker?.terminate();
      worker = undefined;
    }
    busy = false;
  };

  if (options.warm) start();

  return {
    cancel: stop,
    ask(name, input, onProgress) {
      stop();
      const id = latest;
      const target = start();
      busy = true;
      return new Promise((resolve) => {
        const settle = (outcome: Outcome<never>): void => {
          if (id !== latest) return;
          busy = false;
          inPage = undefined;
          resolve(outcome);
        };
        inPage = () => runInPage(loadTable, name, input, onProgress, settle);
        if (!target) {
          inPage();
          return;
        }
        target.onmessage = ({ data }: MessageEvent<Answer>) => {
          if (data.id !== id || id !== latest) return;
          if (data.kind === 'progress') onProgress?.(data.done, data.total);
          else settle(data as Outcome<never>);
        };
        target.postMessage({ id, name, input } satisfies Request);
      });
    },
  };
}

function runInPage(
  loadTable: () => Promise<Jobs>,
  name: string,
  input: unknown,
  onProgress: ((done: number, total: number) => void) | undefined,
  settle: (outcome: Outcome<never>) => void,
): void {
  loadTable()
    .then((table) => table[name]?.(input as never, { progress: onProgress ?? (() => undefined) }))
    .then((output) => settle({ kind: 'output', output: output as never }))
    .catch((error: unknown) => settle({ kind: 'failed', message: String(error) }));
}
