import { describe, expect, it } from 'vitest';
import { firstOwnFrame, foldFrames, modulesOf } from './fold.ts';
import type { Goroutine } from './frame.ts';
import { readStacks } from './read.ts';

function goroutineOf(...frames: readonly (readonly [symbol: string, path?: string])[]): Goroutine {
  const lines = frames.flatMap(([symbol, path]) => [`${symbol}()`, ...(path ? [`\t${path}:7 +0x1`] : [])]);
  const goroutine = readStacks(['goroutine 1 [running]:', ...lines].join('\n')).stacks[0]?.goroutines[0];
  if (!goroutine) throw new Error('no goroutine was read');
  return goroutine;
}

const API = '/go/pkg/mod/k8s.io/apiserver@v0.17.3/pkg/server';
const GOROUTINE = goroutineOf(
  ['runtime/debug.Stack', '/usr/local/go/src/runtime/debug/stack.go'],
  ['k8s.io/apiserver/pkg/server/mux.F', `${API}/mux/pathrecorder.go`],
  ['k8s.io/apiserver/pkg/server.G', `${API}/healthz.go`],
  ['k8s.io/kubernetes/cmd/x.H', '/go/src/k8s.io/kubernetes/cmd/x.go'],
  ['k8s.io/apiserver/pkg/server.G', `${API}/healthz.go`],
  ['main.main', '/home/u/main.go'],
  ['runtime.cut'],
);

describe('the frames of a goroutine', () => {
  it('are folded by where their code lives, in order', () => {
    expect(foldFrames(GOROUTINE).map(({ key, kind, frames }) => [key, kind, frames.length])).toEqual([
      ['go', 'goroot', 1],
      ['k8s.io/apiserver@v0.17.3', 'module', 2],
      ['kubernetes/kubernetes', 'repository', 1],
      ['k8s.io/apiserver@v0.17.3', 'module', 1],
      ['main', 'local', 1],
      ['runtime', 'unknown', 1],
    ]);
    expect(foldFrames(GOROUTINE).flatMap(({ frames }) => frames)).toEqual(GOROUTINE.frames);
  });

  it('name the Go release where the path has it', () => {
    const [group] = foldFrames(goroutineOf(['runtime.f', '/usr/lib/go-1.19/src/runtime/x.go']));
    expect(group?.key).toBe('go1.19');
  });

  it('name each module once', () => {
    expect(modulesOf(GOROUTINE)).toEqual(['k8s.io/apiserver@v0.17.3']);
  });
});

describe('the place to start reading', () => {
  it('is the first frame whose code is no library', () => {
    expect(firstOwnFrame(GOROUTINE)?.file).toBe('/home/u/main.go');
  });

  it('is not code that was vendored into the program', () => {
    const vendored = '/go/src/github.com/owner/app/vendor/github.com/spf13/cobra/command.go';
    const goroutine = goroutineOf(
      ['github.com/spf13/cobra.F', vendored],
      ['main.main', '/go/src/app/main.go'],
    );
    expect(firstOwnFrame(goroutine)?.file).toBe('/go/src/app/main.go');
  });

  it('is nowhere in a stack of libraries alone', () => {
    expect(firstOwnFrame(goroutineOf(['net/http.F', '/usr/local/go/src/net/http/a.go']))).toBeUndefined();
  });
});
