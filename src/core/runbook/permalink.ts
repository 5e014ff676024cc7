/** What is needed to point at a step, in one language. */
export interface StepReference {
  readonly runbook: string;
  readonly step: string;
  readonly title: string;
  /** The site's address with its base path, without a slash at the end. */
  readonly site: string;
}

/** In which form a link is copied. */
export type LinkForm = 'address' | 'markdown' | 'text';

/** The address that never changes: it names ids, not titles, and lands on the reader's language. */
export const stepAddress = ({ site, runbook, step }: StepReference): string =>
  `${site}/r/${runbook}/#${step}`;

/** The link as an address, as Markdown, or as a line of plain text for a chat. */
export function stepLink(reference: StepReference, form: LinkForm): string {
  const address = stepAddress(reference);
  const name = `${reference.runbook} ${reference.step}`;
  switch (form) {
    case 'address':
      return address;
    case 'markdown':
      return `[${escapeMarkdown(`${name}: ${reference.title}`)}](${address})`;
    case 'text':
      return `${name}: ${reference.title} ${address}`;
  }
}

const escapeMarkdown = (text: string): string => text.replace(/[\\[\]*_`<>]/g, '\\$&');
