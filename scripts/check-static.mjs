// Format, lint, and types by layer.
import { run } from './install.mjs';

/** Each layer is a project of its own, so that the compiler refuses an import that points up. */
const LAYERS = ['core', 'gate', 'kit', 'widgets', 'cli', 'service-worker'].map((name) => `src/${name}`);

run('prettier', '--check', '--log-level', 'warn', '.');
run('oxlint');
run('tsc', '-b', ...LAYERS);
run('astro', 'check', '--minimumFailingSeverity', 'warning');
