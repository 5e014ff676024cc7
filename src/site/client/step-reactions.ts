import { type Reaction, type Reactions, reactionOf } from '../../core/runbook/index.ts';
import { listen } from '../../kit/page-events.ts';

interface ReactingStep {
  readonly section: HTMLElement;
  readonly reactions: Reactions;
}

/**
 * Steps say in their heads "recommended now" or "not needed" as the page's widgets find what they react to. The words
 * are gone when the widget is cleared. What has changed is told to screen readers, and stands below the widget as links.
 */
export function startStepReactions(): void {
  const status = document.querySelector<HTMLElement>('[data-reaction-status]');
  if (!status) return;
  const steps = [...document.querySelectorAll<HTMLElement>('section.step[data-reactions]')].map(
    (section): ReactingStep => ({
      section,
      reactions: JSON.parse(section.dataset['reactions'] ?? '') as Reactions,
    }),
  );
  const found = new Map<string, readonly string[]>();
  listen('faultbook:findings', ({ widget, findings }) => {
    if (findings.join() === (found.get(widget) ?? []).join()) return;
    found.set(widget, findings);
    const marked = steps.map(({ section, reactions }) => {
      const reaction = reactionOf(reactions, found);
      mark(section, reaction, status.dataset);
      return { section, reaction };
    });
    const recommended = marked
      .filter(({ reaction }) => reaction?.kind === 'recommended')
      .map(({ section }) => section);
    const spared = marked.filter(({ reaction }) => reaction?.kind === 'spared').map(({ section }) => section);
    const words = [
      sentence(status.dataset, 'recommended', recommended),
      sentence(status.dataset, 'spared', spared),
    ];
    const told = words.filter(Boolean).join(' ');
    if (status.textContent !== told) status.textContent = told;
    showBelow(widget, status.dataset, findings.length > 0 ? recommended : []);
  });
}

function mark(section: HTMLElement, reaction: Reaction | undefined, words: DOMStringMap): void {
  const line = section.querySelector<HTMLElement>('[data-reaction]');
  const links = document.querySelectorAll<HTMLElement>(`.step-nav a[href="#${section.id}"]`);
  for (const element of [section, ...links]) {
    if (reaction) element.dataset['reacts'] = reaction.kind;
    else delete element.dataset['reacts'];
  }
  for (const link of links) {
    link.querySelector('.reaction')?.remove();
    if (reaction) link.append(' ', piece('span', 'badge reaction', words[reaction.kind] ?? ''));
  }
  if (!line) return;
  line.hidden = !reaction;
  if (!reaction) return line.replaceChildren();
  const because = reaction.because.map(({ widget, finding }) => `${finding} (${widget})`).join(', ');
  line.replaceChildren(
    piece('strong', 'badge', words[reaction.kind] ?? ''),
    ` ${words['because'] ?? ''} `,
    piece('code', '', because),
  );
}

/** `recommended now: Step 4 Find the pods that are not ready, Step 6 …` */
const sentence = (words: DOMStringMap, kind: Reaction['kind'], steps: readonly HTMLElement[]): string =>
  steps.length === 0
    ? ''
    : `${words[kind] ?? ''}: ${steps.map((step) => `${words['step'] ?? ''} ${nameOf(step)}`).join(', ')}.`;

const nameOf = (step: HTMLElement): string =>
  `${step.querySelector('.number')?.textContent?.trim() ?? ''} ${step.dataset['title'] ?? ''}`;

/** Below the widget that has found it: the way to the steps, for whoever does not see the rest of the page. */
function showBelow(widget: string, words: DOMStringMap, steps: readonly HTMLElement[]): void {
  const host = document.querySelector(`fb-${widget}`);
  const next = host?.nextElementSibling;
  const before = next?.matches('[data-recommends]') ? next : undefined;
  before?.remove();
  if (!host || steps.length === 0) return;
  const line = piece('p', 'recommends', `${words['recommended'] ?? ''}: `);
  line.dataset['recommends'] = '';
  for (const [index, step] of steps.entries()) {
    const link = Object.assign(document.createElement('a'), {
      href: `#${step.id}`,
      textContent: nameOf(step),
    });
    line.append(...(index > 0 ? [' · '] : []), link);
  }
  host.after(line);
}

function piece(tag: string, className: string, text: string): HTMLElement {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
