import { describe, expect, it } from 'vitest';
import { splitLines } from '../../text/index.ts';
import type { CommandLine } from '../command-line.ts';
import { readSystemdUnit } from './systemd.ts';

const commands = (...lines: string[]): CommandLine[] => readSystemdUnit(splitLines(lines.join('\n')));
const read = (...lines: string[]): string[][] =>
  commands(...lines).map(({ argv }) => argv.map(({ text }) => text));

describe('ExecStart= of a unit', () => {
  it.each([
    ['on one line', ['ExecStart=/usr/bin/kubelet --v=2'], ['/usr/bin/kubelet', '--v=2']],
    ['indented', ['  ExecStart=/usr/bin/kubelet --v=2'], ['/usr/bin/kubelet', '--v=2']],
    [
      'continued',
      ['ExecStart=/usr/bin/kubelet \\', '  --v=2 \\', '  --x', 'Restart=always'],
      ['/usr/bin/kubelet', '--v=2', '--x'],
    ],
    ['with a comment in between', ['ExecStart=/bin/x \\', '# note', '; note', ' --x'], ['/bin/x', '--x']],
    ['continued into nothing', ['ExecStart=/bin/x --y \\'], ['/bin/x', '--y']],
    ['continued into a comment alone', ['ExecStart=/bin/x --y \\', '# note'], ['/bin/x', '--y']],
    [
      'quoted',
      [`ExecStart=/bin/x "--a=b c" '--d=e f' --g="h i"`],
      ['/bin/x', '--a=b c', '--d=e f', '--g=h i'],
    ],
    [
      'with literal percent and dollar signs',
      ['ExecStart=/bin/x --a=50%% --b=$$c'],
      ['/bin/x', '--a=50%', '--b=$c'],
    ],
  ])('is read: %s', (_, lines, argv) => {
    expect(read(...lines)).toEqual([argv]);
  });

  it.each(['-', '@', ':', '+', '!', '!!', '-+'])('has no prefix in its program: %s', (prefix) => {
    expect(read(`ExecStart=${prefix}/usr/bin/kubelet --v=2`)).toEqual([['/usr/bin/kubelet', '--v=2']]);
  });

  it('of a drop-in comes after the unit, and an empty one clears what was before', () => {
    expect(read('ExecStart=/bin/a', '# drop-in', 'ExecStart=/bin/b')).toEqual([['/bin/a'], ['/bin/b']]);
    expect(read('ExecStart=/bin/a', 'ExecStart=', 'ExecStart=/bin/b')).toEqual([['/bin/b']]);
  });

  it('keeps variables, and says that their values are missing', () => {
    const [command] = commands('ExecStart=/usr/bin/kubelet $KUBELET_ARGS --ip=${IP} --price=$$5 --x=$5');
    expect(command?.argv.map(({ text }) => text)).toEqual([
      '/usr/bin/kubelet',
      '$KUBELET_ARGS',
      '--ip=${IP}',
      '--price=$5',
      '--x=$5',
    ]);
    expect(command?.problems.map(({ code, facts }) => [code, facts?.['found']])).toEqual([
      ['variable', '$KUBELET_ARGS'],
      ['variable', '--ip=${IP}'],
    ]);
  });

  it('is not ExecStartPre= or ExecReload=', () => {
    expect(read('ExecStartPre=/bin/a', 'ExecReload=/bin/b', 'Description=ExecStart=/bin/c')).toEqual([]);
  });
});
