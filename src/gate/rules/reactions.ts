import type { Finding } from '../finding.ts';
import { WIDGET_FINDINGS } from '../widget-findings.ts';
import { perRunbook } from './rule.ts';

/**
 * A step that reacts to findings is one of the page, once; the widget is one that tells findings, and stands in the
 * page; the finding is one that it can tell; and no finding both recommends and spares a step.
 */
export const reactionsRule = perRunbook(({ data, file, lineOf, pages }) => {
  const { steps, widgets } = pages.en.structure;
  const findings: Finding[] = [];
  data.steps.forEach((step, index) => {
    const tell = (path: readonly PropertyKey[], message: string, remedy: string): void =>
      void findings.push({
        file,
        line: lineOf(['steps', index, ...path]),
        rule: 'reactions',
        message,
        remedy,
      });
    if (!steps.some(({ id }) => id === step.id)) {
      tell(['id'], `\`${step.id}\` is no step of this page`, 'mend the spelling, or take the row out');
    }
    if (data.steps.findIndex(({ id }) => id === step.id) < index) {
      tell(
        ['id'],
        `\`${step.id}\` has two rows`,
        'write one: `recommended` and `spared` stand in it together',
      );
    }
    for (const side of ['recommended', 'spared'] as const) {
      for (const [widget, ids] of Object.entries(step[side])) {
        const known = WIDGET_FINDINGS[widget];
        if (!known) {
          tell(
            [side, widget],
            `\`${widget}\` is no widget that tells findings`,
            `expected one of ${list(Object.keys(WIDGET_FINDINGS))}`,
          );
          continue;
        }
        if (!widgets.includes(known.component)) {
          tell(
            [side, widget],
            `the widget \`${widget}\` is not on this page`,
            `embed \`<${known.component}>\`, or the step never reacts`,
          );
        }
        ids.forEach((id, at) => {
          if (!known.findings.includes(id)) {
            tell(
              [side, widget, at],
              `\`${id}\` is no finding of \`${widget}\``,
              `expected one of ${list(known.findings)}`,
            );
          } else if (side === 'spared' && step.recommended[widget]?.includes(id)) {
            tell([side, widget, at], `\`${id}\` both recommends and spares \`${step.id}\``, 'decide which');
          }
        });
      }
    }
  });
  return findings;
});

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
