// `npm start`: installs what is missing, builds, serves the site and says where.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ROOT, ensureInstalled, environment, nodeProgram } from './install.mjs';

ensureInstalled();
const node = nodeProgram();
ensureBuilt();

// The server needs a package, which this Node can only look for once it is installed.
const server = spawn(node, [join(ROOT, 'scripts', 'start-server.mjs')], {
  cwd: ROOT,
  stdio: 'inherit',
  env: environment(),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
