/** A paste that goes along from the console into a runbook's page, or that of a reader. */
export interface Handoff {
  /** Of the runbook; `tools/stack` of a reader; empty of the console. */
  readonly slug: string;
  readonly text: string;
}

const KEY = 'faultbook-handoff';

/** Browsers keep about five million characters a site in a tab's storage. */
const MAX_LENGTH = 4_000_000;

/**
 * Leaves a paste for the next page of this tab. It lies in the tab's session storage for the moment between two pages,
 * is not sent anywhere, and is gone when the next page has taken it. False if it is too large to go along.
 */
export function leavePaste(handoff: Handoff): boolean {
  if (handoff.text.length > MAX_LENGTH) return false;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(handoff));
    return true;
  } catch {
    return false;
  }
}

/** Takes the paste that the page before has left for this runbook, and removes it. */
export function takePaste(slug: string): Handoff | undefined {
  try {
    const stored = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const handoff = stored ? (JSON.parse(stored) as Handoff) : undefined;
    return handoff?.slug === slug ? handoff : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the paste that was left for the page of this reader. Where the reader is a part of another page, none was. */
export const handedTo = (tool: string): string | undefined =>
  location.pathname.endsWith(`/tools/${tool}/`) ? takePaste(`tools/${tool}`)?.text : undefined;

/** Whether a paste is on its way to this page. */
export function hasPaste(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
