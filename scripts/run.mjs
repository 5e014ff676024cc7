// `node scripts/run.mjs PROGRAM …`: installs the packages if need be, then runs one of their programs.
import { join } from 'node:path';
import { ROOT, ensureInstalled, nodeProgram, run } from './install.mjs';

// Our TypeScript is read as it is; what Node makes of it is kept, which halves the start of `kb`.
process.env.NODE_COMPILE_CACHE ??= join(ROOT, '.cache', 'node');

const [program, ...args] = process.argv.slice(2);
ensureInstalled();
run(program === 'node' ? nodeProgram() : program, ...args);
