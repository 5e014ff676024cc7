/**
 * What the parts of one page tell each other: the paste that was read, and the values that it offers for variables.
 * They are events of the document, so that a page with any choice of parts works.
 */
export interface PageEvents {
  /** A paste has been read on this page; widgets that can read a part of it offer to. */
  'faultbook:paste': { readonly text: string };
  /** Values for variables, by name, with the line that each came from. */
  'faultbook:values': readonly { readonly name: string; readonly value: string; readonly line: number }[];
  /**
   * What a widget of this page found, by the ids that `src/gate/widget-findings.ts` lists; empty when it is cleared.
   * Steps say in `runbook.yaml` which of them recommend or spare them.
   */
  'faultbook:findings': { readonly widget: string; readonly findings: readonly string[] };
}

/** The last of each event; of findings, the last of each widget, since one does not take back another's. */
const last = new Map<string, { readonly name: keyof PageEvents; readonly detail: unknown }>();

export function tell<Name extends keyof PageEvents>(name: Name, detail: PageEvents[Name]): void {
  last.set('widget' in detail ? `${name} ${detail.widget}` : name, { name, detail });
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Hears every event from now on, and the last ones told before: parts of a page start in no certain order. */
export function listen<Name extends keyof PageEvents>(
  name: Name,
  handle: (detail: PageEvents[Name]) => void,
): void {
  document.addEventListener(name, (event) => handle((event as CustomEvent<PageEvents[Name]>).detail));
  for (const told of last.values()) if (told.name === name) handle(told.detail as PageEvents[Name]);
}
