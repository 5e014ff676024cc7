import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../text/index.ts';
import type { CommandProblem } from './command-line.ts';
import { SOURCE_WORDS, problemWords } from './problem-words.ts';

const span = { from: 0, to: 1 };
/** Every code once, and what its words must name. */
const FACTS: Readonly<Record<CommandProblem, Readonly<Record<string, string | number>>>> = {
  'name-only': {},
  cut: { width: 80 },
  'cut-flag': { found: '--author', flag: '--authorization-mode' },
  'joined-value': { found: 'b' },
  'word-after-boolean': { found: 'true', flag: 'service-account-lookup' },
  'open-quote': {},
  variable: { found: '$ARGS' },
  'shell-string': {},
  'shell-syntax': { found: '2>&1' },
  wrapped: { lines: 3 },
  glued: {},
  'no-program': {},
  'joined-words': {},
  typographic: { found: '—v=2' },
  'broken-json': {},
};

describe.each(LANGUAGES)('the words about a command line in %s', (language) => {
  it.each(Object.entries(FACTS))('name what was found: %s', (code, facts) => {
    const words = problemWords({ code: code as CommandProblem, span, facts }, language);
    for (const fact of Object.values(facts)) expect(words).toContain(String(fact));
    expect(words).not.toContain('undefined');
    expect(words).toMatch(language === 'en' ? /\.$/ : /。$/);
  });

  it('name every source', () => {
    for (const words of Object.values(SOURCE_WORDS)) expect(words[language]).not.toBe('');
  });
});

it('the words about a command line cannot move the cursor, nor fill the screen', () => {
  const words = problemWords(
    { code: 'variable', span, facts: { found: `\x1b[2J$${'A'.repeat(500)}` } },
    'en',
  );
  expect(words).not.toContain('\x1b');
  expect(words.length).toBeLessThan(300);
});
