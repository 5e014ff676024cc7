import ApiServiceReader from './apiservice/ApiServiceReader.astro';
import ReachabilityBoard from './board/ReachabilityBoard.astro';
import DialErrors from './dial-errors/DialErrors.astro';
import DelveRebuilder from './dlv/DelveRebuilder.astro';
import HealthChecks from './health-checks/HealthChecks.astro';
import KubeletFlags from './kubelet-flags/KubeletFlags.astro';
import LogReader from './log-reader/LogReader.astro';
import LogVisibility from './log-visibility/LogVisibility.astro';
import LoopbackPicker from './loopback/LoopbackPicker.astro';
import ResolverSimulator from './resolver/ResolverSimulator.astro';
import SignatureTester from './signature-tester/SignatureTester.astro';
import StackReader from './stack/StackReader.astro';
import Terminal from './terminal/Terminal.astro';
import VersionSkew from './version-skew/VersionSkew.astro';

/**
 * Widgets by the name under which MDX embeds them. To add one: a folder with `Name.astro`, `model.ts`, `view.ts`,
 * `element.ts`, `job.ts` and `worker.ts`, a row here and in `TOOLS` (src/site/tools.ts), and its name in `WIDGETS`
 * (src/gate/extract.ts), so that a step may count on it.
 */
export const WIDGET_PARTS = {
  ApiServiceReader,
  DelveRebuilder,
  DialErrors,
  HealthChecks,
  KubeletFlags,
  LogReader,
  LogVisibility,
  LoopbackPicker,
  ReachabilityBoard,
  ResolverSimulator,
  SignatureTester,
  StackReader,
  Terminal,
  VersionSkew,
};
