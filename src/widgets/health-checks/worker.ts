import { serve } from '../../kit/worker-wire.ts';
import { jobs } from './job.ts';

serve(jobs);
