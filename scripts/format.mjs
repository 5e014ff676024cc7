// `npm run format`: formats all files, and enters new ids into the ledger of published ones.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER, enterIds, readContent, readLedger } from '../src/gate/index.ts';
import { ROOT, run } from './install.mjs';

run('prettier', '--write', '--log-level', 'warn', '.');
const { ledger } = readLedger(ROOT);
if (ledger) {
  const entered = enterIds(readContent(ROOT), ledger);
  writeFileSync(join(ROOT, LEDGER), `${JSON.stringify(entered, null, 2)}\n`);
}
