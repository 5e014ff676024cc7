import { describe, expect, it } from 'vitest';
import { inputsOf } from './inputs.ts';

describe('inputs', () => {
  it('are files as they are named, standard input, and the files of folders', () => {
    const filesIn = (path: string): string[] | undefined =>
      path === 'bundle' ? ['bundle/a.log', 'bundle/b/c.log'] : undefined;
    expect([...inputsOf(['x.log', 'bundle', '-'], { filesIn })]).toEqual([
      { path: 'x.log', walked: false },
      { path: 'bundle/a.log', walked: true },
      { path: 'bundle/b/c.log', walked: true },
      { path: '-', walked: false },
    ]);
  });
});
