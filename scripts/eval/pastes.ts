import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'pastes');

/** A text as somebody would paste it, and the runbooks that are a right answer: none for what nobody here knows. */
export interface Paste {
  readonly name: string;
  /** The slug of the runbook that should come first, and of those that may; empty: nothing should come. */
  readonly expected: readonly string[];
  /** How it was made. */
  readonly made: string;
  readonly text: string;
  /** Wordings and constants are tuned on one half, and figures are of the other. */
  readonly half: 'tuned' | 'held';
}

/** The name of the file whose pastes belong to no runbook. */
const UNRELATED = 'unrelated';

/**
 * Reads `pastes/<slug>.txt`. A paste begins behind a line `==== name also=slug,slug | how it was made`. The first of a
 * file is in the half that is tuned on, the second in the half that is held, and so on.
 */
export function readPastes(): Paste[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => parsePastes(file.replace(/\.txt$/, ''), readFileSync(join(FOLDER, file), 'utf8')));
}

function parsePastes(slug: string, text: string): Paste[] {
  const [, ...blocks] = text.split(/^==== /m);
  return blocks.map((block, index) => {
    const end = block.indexOf('\n');
    const [head = '', made = ''] = block.slice(0, end).split(' | ');
    const [, name = head, also = ''] = /^(.*?)(?: also=(\S+))?$/.exec(head) ?? [];
    const own = slug === UNRELATED ? [] : [slug];
    return {
      name,
      expected: [...own, ...also.split(',').filter(Boolean)],
      made,
      text: block.slice(end + 1),
      half: index % 2 === 0 ? 'tuned' : 'held',
    };
  });
}
