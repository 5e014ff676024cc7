import { WIDGET_PARTS } from '../../widgets/index.ts';
import A from './A.astro';
import Actions from './Actions.astro';
import AppliesTo from './AppliesTo.astro';
import Claim from './Claim.astro';
import Cmd from './Cmd.astro';
import Code from './Code.astro';
import Contributing from './Contributing.astro';
import Correction from './Correction.astro';
import Detection from './Detection.astro';
import Detour from './Detour.astro';
import Else from './Else.astro';
import Evidence from './Evidence.astro';
import Expect from './Expect.astro';
import Factors from './Factors.astro';
import Harmless from './Harmless.astro';
import Impact from './Impact.astro';
import Lessons from './Lessons.astro';
import Moment from './Moment.astro';
import NoRollback from './NoRollback.astro';
import Noise from './Noise.astro';
import Notice from './Notice.astro';
import Open from './Open.astro';
import Prevent from './Prevent.astro';
import Q from './Q.astro';
import Rollback from './Rollback.astro';
import Step from './Step.astro';
import StepUsed from './StepUsed.astro';
import Steps from './Steps.astro';
import Summary from './Summary.astro';
import Symptoms from './Symptoms.astro';
import Timeline from './Timeline.astro';
import Triage from './Triage.astro';
import Verdict from './Verdict.astro';
import Verify from './Verify.astro';
import Why from './Why.astro';

/**
 * Every component that a runbook or a postmortem may use, by the name that MDX uses. To add one: a file beside the
 * others, a row here, and its line in `content/README.md`. `Code` is what a fence becomes.
 */
export const PARTS = {
  ...WIDGET_PARTS,
  A,
  Actions,
  AppliesTo,
  Claim,
  Cmd,
  Code,
  Contributing,
  Correction,
  Detection,
  Detour,
  Else,
  Evidence,
  Expect,
  Factors,
  Harmless,
  Impact,
  Lessons,
  Moment,
  NoRollback,
  Noise,
  Notice,
  Open,
  Prevent,
  Q,
  Rollback,
  Step,
  StepUsed,
  Steps,
  Summary,
  Symptoms,
  Timeline,
  Triage,
  Verdict,
  Verify,
  Why,
};
