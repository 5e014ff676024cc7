import type { CreatedBy, Frame, Goroutine, Stack } from '../../src/core/stack/index.ts';

/** ` /src/main.go:7`, or nothing where it was cut off. */
export const placeOf = ({ file, line }: Pick<Frame, 'file' | 'line'>): string =>
  file === undefined ? '' : ` ${file}:${line}`;

function tellCreator({ symbol, goroutine, callers = [], ...place }: CreatedBy): string[] {
  const by = goroutine === undefined ? '' : ` in goroutine ${goroutine}`;
  return [
    `  by ${symbol.raw}${by}${placeOf(place)}`,
    ...callers.map((frame) => `     ${frame.symbol.raw}${placeOf(frame)}`),
  ];
}

function tellGoroutine(goroutine: Goroutine): string[] {
  const { id, count, state, minutes, lockedToThread, extra = [], labels, access } = goroutine;
  const facts = [
    state,
    ...(minutes === undefined ? [] : [`${minutes} minutes`]),
    ...(lockedToThread ? ['locked'] : []),
    ...extra,
    ...(access ? [`${access.previous ? 'previous ' : ''}${access.kind} at ${access.address}`] : []),
    ...Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`),
  ];
  return [
    `goroutine ${id ?? '-'}${count === undefined ? '' : ` × ${count}`} [${facts.join(', ')}]`,
    ...goroutine.frames.map((frame) => `  ${frame.symbol.raw}(${frame.args})${placeOf(frame)}`),
    ...(goroutine.createdBy ? tellCreator(goroutine.createdBy) : []),
  ];
}

/** What was read, one line a fact. */
export const tellStacks = (stacks: readonly Stack[]): string[] =>
  stacks.flatMap(({ reason, goroutines }) => [
    ...(reason ? [`${reason.kind}: ${reason.text}`] : []),
    ...goroutines.flatMap(tellGoroutine),
  ]);
