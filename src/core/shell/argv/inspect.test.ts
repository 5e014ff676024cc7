import { describe, expect, it } from 'vitest';
import { splitLines } from '../../text/index.ts';
import type { CommandLine } from '../command-line.ts';
import { readContainerInspect } from './inspect.ts';

const commands = (text: string): CommandLine[] | undefined => readContainerInspect(text, splitLines(text));
const read = (value: unknown): string[][] | undefined =>
  commands(JSON.stringify(value))?.map(({ argv }) => argv.map(({ text }) => text));

describe('what inspect prints of a container', () => {
  it.each([
    ['path and arguments of docker', { Path: 'a', Args: ['--b', ''] }, [['a', '--b', '']]],
    ['its configuration', { Config: { Entrypoint: ['a'], Cmd: ['--b'] } }, [['a', '--b']]],
    ['its configuration without an entry point', { Config: { Entrypoint: null, Cmd: ['a'] } }, [['a']]],
    [
      'the final arguments of crictl',
      { info: { runtimeSpec: { process: { args: ['a', '--b'] } } }, Path: 'other' },
      [['a', '--b']],
    ],
    [
      'every container of a list',
      [
        { Path: 'a', Args: [] },
        { Path: 'b', Args: ['c'] },
      ],
      [['a'], ['b', 'c']],
    ],
    ['nothing of what has no arguments', [{ Args: 'x' }, { Cmd: 1 }], []],
  ])('gives %s', (_, value, argv) => {
    expect(read(value)).toEqual(argv);
  });

  it('that breaks off says where', () => {
    const text = '[{"Path": "a", "Args": ["--b"';
    expect(commands(text)).toMatchObject([
      { argv: [], problems: [{ code: 'broken-json', span: { from: text.length - 1, to: text.length } }] },
    ]);
  });

  it.each(['', 'Path: a', '{"kind": "Pod"}', '[1', '"Args"'])('is not seen in %j', (text) => {
    expect(commands(text)).toBeUndefined();
  });

  it('knows where each argument stands, or that it is somewhere in the text if it is written with escapes', () => {
    const text = '{"Path":"a", "Args":["--b=c","\\u003cx\\u003e"]}';
    const [command] = commands(text) ?? [];
    expect(command?.argv.map(({ span }) => text.slice(span.from, span.to))).toEqual(['a', '--b=c', text]);
    expect(command?.argv[2]?.text).toBe('<x>');
  });

  it('is not misled by keys that every object has', () => {
    expect(read({ Path: 'a', Args: ['b'], constructor: 1, __proto__: { info: 1 } })).toEqual([['a', 'b']]);
    expect(read({ toString: 1, Args: [] })).toEqual([]);
  });
});
