import { serve } from '../../kit/worker-wire.ts';
import { jobs as visibilityJobs } from '../log-visibility/job.ts';
import { jobs } from './job.ts';

/** One worker's code for both widgets: they read the same tables, and a page has both. */
serve({ ...jobs, ...visibilityJobs });
