/**
 * What the parts of one page tell each other: the paste that was read, and the values that it offers for variables.
 * They are events of the document, so that a page with any choice of parts works.
 */
export interface PageEvents {
  /** A paste has been read on this page; widgets that can read a part of it offer to. */
  'faultbook:paste': { readonly text: string };
  /** Values for variables, by name, with the line that each came from. */
  'faultbook:values': readonly { readonly name: string; readonly value: string; readonly line: number }[];
  /** What a widget of this page found, by ids of its own; steps say which of them recommend or spare them. */
  'faultbook:findings': { readonly widget: string; readonly findings: readonly string[] };
}

const last = new Map<keyof PageEvents, unknown>();

export function tell<Name extends keyof PageEvents>(name: Name, detail: PageEvents[Name]): void {
  last.set(name, detail);
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Hears every event from now on, and the last one told before: parts of a page start in no certain order. */
export function listen<Name extends keyof PageEvents>(
  name: Name,
  handle: (detail: PageEvents[Name]) => void,
): void {
  document.addEventListener(name, (event) => handle((event as CustomEvent<PageEvents[Name]>).detail));
  if (last.has(name)) handle(last.get(name) as PageEvents[Name]);
}
