// `node scripts/run.mjs PROGRAM …`: installs the packages if need be, then runs one of their programs.
import { ensureInstalled, nodeProgram, run } from './install.mjs';

const [program, ...args] = process.argv.slice(2);
ensureInstalled();
run(program === 'node' ? nodeProgram() : program, ...args);
