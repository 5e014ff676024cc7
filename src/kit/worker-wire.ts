/** What a job in a worker can tell while it runs. */
export interface JobContext<Part = unknown> {
  /** How much has been read, in the unit of the job's input, and how much there is. */
  readonly progress: (done: number, total: number) => void;
  /** What has been found by now. */
  readonly part: (part: Part) => void;
}

/** The jobs that a worker does: from input to output, by name. */
export type Jobs = Readonly<Record<string, (input: never, context: never) => unknown>>;

type InputOf<Table extends Jobs, Name extends keyof Table> = Parameters<Table[Name]>[0];
type OutputOf<Table extends Jobs, Name extends keyof Table> = Awaited<ReturnType<Table[Name]>>;
type PartOf<Table extends Jobs, Name extends keyof Table> =
  Parameters<Table[Name]>[1] extends JobContext<infer Part> ? Part : never;

/** What the page hears of a job before it ends. */
export interface Heard<Part> {
  readonly progress?: (done: number, total: number) => void;
  readonly part?: (part: Part) => void;
}

type Request = { readonly id: number; readonly name: string; readonly input: unknown };
type Answer =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: 'part'; readonly part: unknown }
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
    const context: JobContext<unknown> = {
      progress: (done, total) => scope.postMessage({ id, kind: 'progress', done, total }),
      part: (part) => scope.postMessage({ id, kind: 'part', part }),
    };
    Promise.resolve()
      .then(() => table[name]?.(input as never, context as never))
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
    heard?: Heard<PartOf<Table, Name>>,
  ): Promise<Outcome<OutputOf<Table, Name>>>;
  /** Gives up the running job: the worker is ended, so that no loop of it can go on. */
  cancel(): void;
}

/**
 * The page's side. The worker starts with the first job, or at once with `warm`; its code may be loaded apart from the
 * page's. Where none can be started (an old browser, a policy), the same table is loaded into the page and answers there.
 */
export function connectWorker<Table extends Jobs>(
  spawn: () => Worker | Promise<Worker>,
  loadTable: () => Promise<Table>,
  options: { readonly warm?: boolean } = {},
): Connection<Table> {
  let worker: Promise<Worker> | undefined;
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

  const start = (): void => {
    if (worker || broken) return;
    worker = Promise.resolve()
      .then(spawn)
      .then((started) => Object.assign(started, { onerror: fail }));
    worker.catch(fail);
  };

  const stop = (): void => {
    latest++;
    inPage = undefined;
    if (busy) {
      worker?.then(
        (running) => running.terminate(),
        () => undefined,
      );
      worker = undefined;
    }
    busy = false;
  };

  if (options.warm) start();

  return {
    cancel: stop,
    ask(name, input, heard = {}) {
      stop();
      const id = latest;
      start();
      busy = true;
      return new Promise((resolve) => {
        const isLatest = (): boolean => id === latest;
        const settle = (outcome: Outcome<never>): void => {
          if (!isLatest()) return;
          busy = false;
          inPage = undefined;
          resolve(outcome);
        };
        const context: JobContext<unknown> = {
          progress: (done, total) => void (isLatest() && heard.progress?.(done, total)),
          part: (part) => void (isLatest() && heard.part?.(part as never)),
        };
        inPage = () => runInPage(loadTable, name, input, context, settle);
        if (!worker) {
          inPage();
          return;
        }
        worker.then(
          (target) => {
            if (!isLatest()) return;
            target.onmessage = ({ data }: MessageEvent<Answer>) => {
              if (data.id !== id) return;
              if (data.kind === 'progress') context.progress(data.done, data.total);
              else if (data.kind === 'part') context.part(data.part);
              else settle(data as Outcome<never>);
            };
            target.postMessage({ id, name, input } satisfies Request);
          },
          () => undefined,
        );
      });
    },
  };
}

function runInPage(
  loadTable: () => Promise<Jobs>,
  name: string,
  input: unknown,
  context: JobContext<unknown>,
  settle: (outcome: Outcome<never>) => void,
): void {
  loadTable()
    .then((table) => table[name]?.(input as never, context as never))
    .then((output) => settle({ kind: 'output', output: output as never }))
    .catch((error: unknown) => settle({ kind: 'failed', message: String(error) }));
}
