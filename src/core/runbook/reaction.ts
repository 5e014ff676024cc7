/** Ids of findings by the widget that tells them: `{ apiservice: ['missing-endpoints'] }`. */
export type FindingsByWidget = Readonly<Record<string, readonly string[]>>;

/** What widgets must have found for a step to be the one to do now, or one that can be left out. */
export interface Reactions {
  readonly recommended: FindingsByWidget;
  readonly spared: FindingsByWidget;
}

/** What a step says of itself, and the findings that are the reason. */
export interface Reaction {
  readonly kind: 'recommended' | 'spared';
  readonly because: readonly { readonly widget: string; readonly finding: string }[];
}

/**
 * What a step makes of all that the widgets of its page have found by now. One finding is enough. A step that one
 * finding recommends and another spares is recommended: of two broken things, the one that needs it decides.
 * `undefined` while nothing was found that the step speaks of.
 */
export function reactionOf(
  { recommended, spared }: Reactions,
  found: ReadonlyMap<string, readonly string[]>,
): Reaction | undefined {
  for (const [kind, wanted] of [
    ['recommended', recommended],
    ['spared', spared],
  ] as const) {
    const because = Object.entries(wanted).flatMap(([widget, findings]) =>
      findings
        .filter((finding) => found.get(widget)?.includes(finding))
        .map((finding) => ({ widget, finding })),
    );
    if (because.length > 0) return { kind, because };
  }
  return undefined;
}
