import { join } from 'node:path';
import { ROOT } from './install.mjs';
import { serve } from './serve.mjs';

const { address } = await serve(join(ROOT, 'dist'), Number(process.env.PORT ?? 4321));
console.log(`\n  Faultbook is at ${address}/\n  Ctrl-C stops it.\n`);
