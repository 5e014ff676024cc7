import { ownCopy } from '../../text/index.ts';
import { maskVariables } from './mask.ts';

/** Lines that look alike. A summary, not a verdict: what they have in common is not what they mean. */
export interface Template {
  /** The message with its variables masked. */
  readonly text: string;
  readonly count: number;
  /** 1-based number of the first line, and its message. */
  readonly first: number;
  readonly last: number;
  readonly sample: string;
}

export interface TemplateSummary {
  /** The most frequent first; of equals, the one that came first. */
  readonly templates: readonly Template[];
  /** Lines of further templates, when as many as are kept had been seen. */
  readonly others: number;
}

export interface TemplateCounter {
  push(line: number, message: string): void;
  end(): TemplateSummary;
}

const MAX_TEMPLATES = 1000;
const MAX_SAMPLE = 500;

/**
 * Groups messages by what is left of them when variables are masked. The groups do not depend on the order of the lines
 * as long as there are at most `limit` of them; lines of later ones are counted as others. Memory is bounded by `limit`.
 */
export function createTemplateCounter(limit = MAX_TEMPLATES): TemplateCounter {
  const templates = new Map<string, { count: number; first: number; last: number; sample: string }>();
  let others = 0;
  return {
    push(line, message) {
      const text = maskVariables(message);
      const known = templates.get(text);
      if (known) {
        known.count++;
        if (line < known.first) Object.assign(known, { first: line, sample: sampleOf(message) });
        if (line > known.last) known.last = line;
      } else if (templates.size < limit) {
        templates.set(ownCopy(text), { count: 1, first: line, last: line, sample: sampleOf(message) });
      } else others++;
    },
    end: () => ({
      templates: [...templates]
        .map(([text, template]): Template => ({ text, ...template }))
        .sort((a, b) => b.count - a.count || a.first - b.first),
      others,
    }),
  };
}

const sampleOf = (message: string): string => ownCopy(message.slice(0, MAX_SAMPLE));
