import { describe, expect, it } from 'vitest';
import { type Finding, printFindings } from './finding.ts';

const finding = (file: string, line: number, message: string): Finding => ({
  file,
  line,
  rule: 'commands',
  message,
  remedy: 'write the command alone',
});

describe('what an author is told', () => {
  it('is one block for each mistake, in the order of files and lines', () => {
    const picture = printFindings([
      finding('content/runbooks/b/en.mdx', 7, 'a prompt in front of `$ df`'),
      finding('content/runbooks/a/en.mdx', 100, '`kubectl` without a cluster'),
      finding('content/runbooks/a/en.mdx', 20, 'a prompt in front of `$ ls`'),
    ]);
    expect(picture).toMatchInlineSnapshot(`
      "3 mistakes in the content:

      content/runbooks/a/en.mdx:20  [commands] a prompt in front of \`$ ls\`
          → write the command alone

      content/runbooks/a/en.mdx:100  [commands] \`kubectl\` without a cluster
          → write the command alone

      content/runbooks/b/en.mdx:7  [commands] a prompt in front of \`$ df\`
          → write the command alone
      "
    `);
  });

  it('counts one mistake as one', () => {
    expect(printFindings([finding('content/runbooks/a/en.mdx', 1, 'x')])).toMatch(
      /^1 mistake in the content:\n\n/,
    );
  });
});
