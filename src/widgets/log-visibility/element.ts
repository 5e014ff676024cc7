import { tell } from '../../kit/page-events.ts';
import { defineWidget } from '../../kit/widget.ts';
import { connectWorker } from '../../kit/worker-wire.ts';
import { componentWidget } from '../component-widget.ts';
import type { VisibilityReport } from './job.ts';
import { view } from './view.ts';

const worker = connectWorker(
  async () => new (await import('../kubelet-flags/worker.ts?worker&inline')).default(),
  async () => (await import('./job.ts')).jobs,
);

defineWidget(
  'fb-log-visibility',
  componentWidget<VisibilityReport>({
    ask: (input) => worker.ask('seeLines', input),
    view,
    told(report) {
      const findings = report ? [report.finding] : [];
      tell('faultbook:findings', { widget: 'log-visibility', findings });
    },
  }),
);
