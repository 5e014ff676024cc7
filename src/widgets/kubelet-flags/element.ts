import { tell } from '../../kit/page-events.ts';
import { defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { componentWidget } from '../component-widget.ts';
import type { FlagsReport } from './job.ts';
import { view } from './view.ts';

const worker = connectWorker(
  async () => new (await import('./worker.ts?worker&inline')).default(),
  async () => (await import('./job.ts')).jobs,
);

defineWidget(
  'fb-kubelet-flags',
  componentWidget<FlagsReport>({
    ask: (input) => worker.ask('audit', input),
    view,
    told(report) {
      const findings = report?.told ?? [];
      tell('faultbook:findings', { widget: 'kubelet-flags', findings });
      if (report) tell('faultbook:values', report.values);
    },
  }),
);
