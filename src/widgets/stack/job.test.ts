import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_OF_BUCKETS } from './first-page.ts';
import { copy, page, readStack } from './job.ts';

const QUIET = { progress: () => undefined };
const DUPLICATE = readFileSync(
  new URL('../../core/kube/samples/duplicate-etcd.log', import.meta.url),
  'utf8',
);

const goroutine = (id: number, state: string, own: string, args = '0xc000010000'): string =>
  [
    `goroutine ${id} [${state}]:`,
    `sync.(*Mutex).Lock(${args})`,
    '\t/usr/lib/go-1.19/src/sync/mutex.go:90 +0x1',
    `${own}(${args})`,
    '\t/home/u/app/main.go:7 +0x1',
    'created by main.main in goroutine 1',
    '\t/home/u/app/main.go:40 +0x1',
    '',
    '',
  ].join('\n');

const DUMP = [
  'SIGQUIT: quit\nPC=0x1 m=0 sigcode=0\n\n',
  ...Array.from({ length: 60 }, (_, index) => goroutine(100 + index, 'select', `main.f${index}`)),
  ...Array.from({ length: 7 }, (_, index) =>
    goroutine(200 + index, `semacquire, ${index + 1} minutes`, 'main.lock'),
  ),
].join('');

describe('the log of a check that is installed twice', () => {
  it('has its verdict, its frames by module, and the first that is no library', async () => {
    const report = await readStack(DUPLICATE, QUIET);
    expect(report).toMatchObject({ goroutines: 1, frames: 14, stacks: 1, languages: ['go'] });
    expect(report.registrations.kind).toBe('proven');
    expect(report.own?.name).toBe('main.main');
    const [row] = report.page.rows;
    expect(row?.modules).toHaveLength(3);
    expect(row?.groups.map(({ kind }) => kind)).toEqual([
      'goroot',
      'module',
      'module',
      'module',
      'module',
      'local',
    ]);
    expect(row?.groups[1]?.frames[0]?.link).toMatch(
      /^https:\/\/github\.com\/kubernetes\/apiserver\/blob\/v0\.17\.3\//,
    );
    expect(report.unparsedCount).toBe(0);
  });

  it('proves nothing where the check is once in the list', async () => {
    const report = await readStack(DUPLICATE.replace('"etcd","etcd"', '"etcd"'), QUIET);
    expect(report.registrations.kind).toBe('other-owner');
  });

  it('that breaks off is read as far as it goes', async () => {
    const report = await readStack(
      `${DUPLICATE.split('\n').slice(0, 11).join('\n')}\nwhat is this line\n`,
      QUIET,
    );
    expect(report.page.rows[0]?.cut).toBe(true);
    expect([report.unparsedCount, report.unparsed]).toEqual([1, [{ number: 12, text: 'what is this line' }]]);
  });
});

describe('a dump', () => {
  beforeEach(async () => void (await readStack(DUMP, QUIET)));

  it('has a page of buckets, the most first, and the states of all', async () => {
    const report = await readStack(DUMP, QUIET);
    expect(report.goroutines).toBe(67);
    expect(report.states).toEqual([
      { state: 'select', count: 60 },
      { state: 'semacquire', count: 7 },
    ]);
    expect(report.page).toMatchObject({ level: 'frames', from: 0, buckets: 61, goroutines: 67, rest: 0 });
    expect(report.page.rows).toHaveLength(PAGE_OF_BUCKETS);
    expect(report.page.rows[0]).toMatchObject({ count: 7, title: '7 goroutines [semacquire, 1–7 minutes]' });
    expect(report.longestWaits[0]).toMatchObject({ id: 206, minutes: 7, state: 'semacquire' });
    expect(report.shared.map(({ address, goroutines }) => [address, goroutines])).toEqual([
      ['0xc000010000', 67],
    ]);
    expect(report.reasons).toEqual([{ text: 'SIGQUIT: quit', count: 1 }]);
  });

  it('has further pages, other levels, and the goroutines of one state', () => {
    expect(page({ level: 'frames', state: '', from: 50 }).rows).toHaveLength(11);
    expect(page({ level: 'frames', state: 'semacquire', from: 0 })).toMatchObject({
      buckets: 1,
      goroutines: 7,
    });
    expect(page({ level: 'frames', state: 'IO wait', from: 0 })).toMatchObject({ buckets: 0, rows: [] });
    expect(page({ level: 'place', state: '', from: 900 })).toMatchObject({ from: 60 });
  });

  it('tells how far it is, in the unit of its source', async () => {
    const told: number[][] = [];
    const file = new Blob([DUMP]);
    const report = await readStack(file, { progress: (...numbers) => told.push(numbers) });
    expect(told.at(-1)).toEqual([file.size, file.size]);
    expect(report.goroutines).toBe(67);
  });

  it('can be copied as text', () => {
    const text = copy({ format: 'text', level: 'frames', state: 'semacquire' });
    expect(text).toMatchInlineSnapshot(`
      "SIGQUIT: quit

      7 goroutines [semacquire, 1–7 minutes]
          sync.(*Mutex).Lock  https://github.com/golang/go/blob/release-branch.go1.19/src/sync/mutex.go#L90
        ★ main.lock  /home/u/app/main.go:7
          created by ★ main.main  /home/u/app/main.go:40
          ids 200, 201, 202, 203, 204, 205, 206
          all share 0xc000010000 (#1)"
    `);
  });

  it('can be copied as a table of Markdown, whose cells nothing breaks', async () => {
    await readStack(goroutine(1, 'select', 'main.f').replaceAll('/home/u/app/', '/home/u|/a/'), QUIET);
    const text = copy({ format: 'markdown', level: 'frames', state: '' });
    expect(text.split('\n').slice(-1)).toEqual(['| 1 | select |  | `main.f` /home/u\\|/a/main.go:7 |  |']);
  });

  it('can be copied as JSON', () => {
    const data = JSON.parse(copy({ format: 'json', level: 'exact', state: 'semacquire' }));
    expect(data).toMatchObject({
      level: 'exact',
      goroutines: 67,
      left: 0,
      buckets: [{ count: 7, sample: { id: 206 } }],
    });
    expect(data.buckets[0].sample.frames[1]).toMatchObject({ package: 'main', function: 'lock', own: true });
  });
});

describe('other languages', () => {
  it('are read as well', async () => {
    const text =
      'Traceback (most recent call last):\n  File "/srv/app.py", line 3, in main\n    f()\nValueError: no\n';
    const report = await readStack(text, QUIET);
    expect(report).toMatchObject({ languages: ['python'], goroutines: 1, frames: 1, unparsedCount: 0 });
    expect(report.page.rows[0]?.groups[0]?.frames[0]).toMatchObject({
      function: 'main',
      file: '/srv/app.py',
      line: 3,
    });
  });
});

it('a text without a stack has none, and says which lines nobody understands', async () => {
  const report = await readStack('hello\n\nI1121 10:00:00.000000       1 quiet.go:1] all is well\n', QUIET);
  expect(report).toMatchObject({
    goroutines: 0,
    stacks: 0,
    unparsedCount: 1,
    page: { rows: [], buckets: 0 },
  });
});
