import type { Bilingual } from '../text/index.ts';

/** 0 reads only · 1 reads, with load or secrets on screen · 2 changes one object, reversible · 3 restarts or removes part of the control plane or a node · 4 may lose data. */
export type Danger = 0 | 1 | 2 | 3 | 4;

/** Where a command is to be typed. */
export type Where = 'laptop' | 'node' | 'pod';

export interface Command {
  readonly where: Where;
  readonly shell: string;
  /** Without prompt and output; `{{name}}` stands for a variable of the runbook. */
  readonly code: string;
}

/** One action of a runbook: the unit that is linked, run, timed and cited. */
export interface Step {
  /** `s-tail`, the id of its element and the end of its permalink. Never reused. */
  readonly id: string;
  readonly title: Bilingual;
  readonly danger: Danger;
  /** `2m`: after that, go on or escalate. */
  readonly timebox: string;
  readonly commands: readonly Command[];
}
