import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  createVersionReader,
  fitsVersions,
  judgeRegistrations,
  readHealthCheckers,
  readRegistrationError,
} from '../src/core/kube/index.ts';
import { decodePart, readHeader } from '../src/core/log/index.ts';
import {
  displaySymbol,
  firstOwnFrame,
  foldFrames,
  modulesOf,
  readStacks,
  sourceLink,
} from '../src/core/stack/index.ts';
import { splitLines } from '../src/core/text/index.ts';

const LOG = readFileSync(new URL('../src/core/kube/samples/duplicate-etcd.log', import.meta.url), 'utf8');
const ONCE = LOG.replace('"etcd","etcd"', '"etcd"');

const verdictOf = (text: string): ReturnType<typeof judgeRegistrations> => {
  const lines = splitLines(text);
  return judgeRegistrations(
    lines.flatMap((line) => readHealthCheckers(line) ?? []),
    lines.flatMap((line) => readRegistrationError(line) ?? []),
  );
};

describe('the log of a generated apiserver whose etcd check is installed twice', () => {
  const { stacks } = readStacks(LOG);
  const [goroutine] = stacks[0]?.goroutines ?? [];
  if (!goroutine) throw new Error('no goroutine was read');

  it('has one stack, of goroutine 1 with 14 frames, behind the error that it belongs to', () => {
    expect(stacks).toHaveLength(1);
    expect(stacks[0]?.goroutines).toHaveLength(1);
    expect(goroutine).toMatchObject({ id: 1, state: 'running' });
    expect(goroutine.frames).toHaveLength(14);
    expect(stacks[0]?.reason?.text).toMatch(/^E1015 .* registered "\/healthz\/etcd" from$/);
  });

  it('goes through three modules, whose versions it tells', () => {
    expect(modulesOf(goroutine)).toEqual([
      'k8s.io/apiserver@v0.17.3',
      'sigs.k8s.io/apiserver-builder-alpha@v1.17.0',
      'github.com/spf13/cobra@v0.0.5',
    ]);
    expect(foldFrames(goroutine).map(({ key, frames }) => [key, frames.length])).toEqual([
      ['go', 1],
      ['k8s.io/apiserver@v0.17.3', 6],
      ['sigs.k8s.io/apiserver-builder-alpha@v1.17.0', 2],
      ['github.com/spf13/cobra@v0.0.5', 3],
      ['sigs.k8s.io/apiserver-builder-alpha@v1.17.0', 1],
      ['main', 1],
    ]);
  });

  it('starts in code of the project, at main.go:25', () => {
    const own = firstOwnFrame(goroutine);
    expect(own && displaySymbol(own.symbol)).toBe('main.main');
    expect(own).toMatchObject({ file: '/home/apiserver-builder-project/cmd/apiserver/main.go', line: 25 });
  });

  it('has a link to each line of a module, and none to the standard library of an unknown Go or to the project', () => {
    const links = goroutine.frames.map(
      ({ location, line }) => location && line && sourceLink(location, line),
    );
    expect(links.filter((link) => link === undefined)).toHaveLength(2);
    expect(links[1]).toBe(
      'https://github.com/kubernetes/apiserver/blob/v0.17.3/pkg/server/mux/pathrecorder.go#L109',
    );
  });

  it('proves that the check is there twice', () => {
    const verdict = verdictOf(LOG);
    expect(verdict).toMatchObject({ kind: 'proven', unexplained: [] });
    expect(verdict.duplicates).toMatchObject([{ name: 'etcd', count: 2, path: '/healthz/etcd' }]);
  });

  it('proves nothing of the kind when the list names etcd once', () => {
    expect(verdictOf(ONCE)).toMatchObject({
      kind: 'other-owner',
      duplicates: [],
      unexplained: ['/healthz/etcd'],
    });
  });

  it('was printed by Kubernetes 1.16.0–1.16.12 or 1.17.0–1.17.8', () => {
    const versions = createVersionReader();
    for (const line of splitLines(LOG)) {
      const header = readHeader(line.text);
      if (!header?.source) continue;
      const { file, line: number } = header.source;
      versions.push({ file, line: number, message: decodePart(line.text, header.message).text, span: line });
    }
    const hint = versions.end();
    expect(hint?.ranges).toContain('1.17.0–1.17.8');
    expect(hint?.evidence).toMatchObject([{ place: 'healthz.go:123' }]);
    expect(fitsVersions(hint, ['1.17.3'])).toBe(true);
    expect(fitsVersions(hint, ['1.18.0-1.99.0'])).toBe(false);
  });

  it('is covered without a gap by its list, its error and its stack', () => {
    const [first] = splitLines(LOG);
    const { unparsed } = readStacks(LOG);
    expect(unparsed.map(({ from, to }) => LOG.slice(from, to))).toEqual([`${first?.text}\n`, '\n']);
  });
});
