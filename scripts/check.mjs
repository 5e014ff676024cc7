// `npm run check`: format, lint, types, then every test that needs no browser.
import { nodeProgram, run } from './install.mjs';

run(nodeProgram(), 'scripts/check-static.mjs');
run('vitest', 'run');
