import { describe, expect, it } from 'vitest';
import { stepAddress, stepLink } from './permalink.ts';

const step = {
  site: 'https://example.org/base',
  runbook: 'APISRV-BOOT-001',
  step: 's-tail',
  title: 'Read the [tail] of `the` line',
};

describe('the link of a step', () => {
  it('names ids alone, so that a new title or another language does not break it', () => {
    expect(stepAddress(step)).toBe('https://example.org/base/r/APISRV-BOOT-001/#s-tail');
    expect(stepLink({ ...step, title: 'Other' }, 'address')).toBe(stepAddress(step));
  });

  it('in Markdown shows its title, which cannot end the link', () => {
    expect(stepLink(step, 'markdown')).toBe(
      `[APISRV-BOOT-001 s-tail: Read the \\[tail\\] of \\\`the\\\` line](${stepAddress(step)})`,
    );
  });

  it('in a chat is one line with the address at its end', () => {
    expect(stepLink(step, 'text')).toBe(
      `APISRV-BOOT-001 s-tail: Read the [tail] of \`the\` line ${stepAddress(step)}`,
    );
  });
});
