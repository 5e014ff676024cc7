import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCommandLines, mostLikely } from './read.ts';
import argvs from './samples/argv.json' with { type: 'json' };

interface Shape {
  readonly name: string;
  readonly text: string;
  readonly argv: readonly string[];
  readonly problems: readonly string[];
}

/** `=== name`, the paste, then `--- ` with the arguments (`@name` of argv.json, or a list) and the problems. */
function readShapes(): Shape[] {
  const file = readFileSync(new URL('samples/shapes.txt', import.meta.url), 'utf8');
  return file
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const [, name = '', text = '', expected = ''] = /^(.*)\n([^]*?)\n--- (.*)\n/.exec(section) ?? [];
      const [, known, list, problems = ''] = /^(?:@(\S+)|(\[.*\]))(?: (.*))?$/.exec(expected) ?? [];
      const argv = known === undefined ? JSON.parse(list ?? '') : argvs[known as keyof typeof argvs];
      return { name, text, argv, problems: problems.split(' ').filter(Boolean) };
    });
}

const shapes = readShapes();

describe('the arguments of a process, as people paste them', () => {
  it('come in more than sixty shapes, of all the components', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(60);
    const names = [
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
      'kube-proxy',
      'kubelet',
      'etcd',
    ];
    for (const name of names) {
      expect(shapes.filter((shape) => shape.name.startsWith(name)).length, name).toBeGreaterThanOrEqual(7);
    }
    expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  });

  it.each(shapes)('are read: $name', ({ text, argv, problems }) => {
    const commands = readCommandLines(text);
    const command = commands[mostLikely(commands)];
    expect(command?.argv.map((argument) => argument.text)).toEqual(argv);
    expect(command?.problems.map(({ code }) => code)).toEqual(problems);
  });

  it.each(shapes)('lead back to where they stand: $name', ({ text }) => {
    const words = readCommandLines(text).flatMap(({ argv }) => argv);
    for (const word of words) {
      const there = text.slice(word.span.from, word.span.to).replaceAll('\u00a0', ' ');
      // Joined, decoded or filled in: at least the span holds its first letters, or the variable that had it.
      expect(there.length, word.text).toBeGreaterThanOrEqual(word.text === '' || there === '' ? 0 : 1);
      expect(word.span.to).toBeLessThanOrEqual(text.length);
    }
  });
});
