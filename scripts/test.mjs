// `npm test`: installs what is missing, then everything that can be checked, the browser included.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT, ensureInstalled, environment, nodeProgram, run, stop } from './install.mjs';
import { ensurePrograms } from './programs.mjs';
import { ensureBuilt } from './build.mjs';

ensureInstalled();
const node = nodeProgram();
const { browser, missing } = ensurePrograms();
const strict = process.env.REQUIRE_PROGRAMS === '1';
if (strict && missing.length > 0)
  stop(`missing: ${missing.join(', ')}; REQUIRE_PROGRAMS=1 lets no test be skipped`);
if (browser) process.env.CHROMIUM = browser;

run(node, 'scripts/check-static.mjs');
const unit = runner('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=.cache/unit.json',
]);
ensureBuilt();
run(node, 'scripts/budgets.ts');
const tests = [readVitest(unit)];
if (browser) tests.push(readPlaywright(runner('playwright', ['test'])));

for (const { name, skipped, failures } of tests) {
  for (const title of skipped) console.log(`skipped (${name}): ${title}`);
  for (const failure of failures) console.log(`failed (${name}): ${failure}`);
}
if (!browser) {
  console.log(
    'skipped: every browser test. Install Chromium (Debian: apt-get install chromium), or set CHROMIUM to its path.',
  );
}
if (missing.length > 0)
  console.log(`not found here: ${missing.join(', ')} (Debian: apt-get install ${missing.join(' ')})`);

const sum = (pick) => tests.reduce((total, result) => total + pick(result), 0);
const failed = sum((result) => result.failures.length);
console.log(
  `\n${sum((result) => result.passed)} passed, ${failed} failed, ${sum((result) => result.skipped.length)} skipped`,
);
process.exit(failed > 0 || tests.some(({ status }) => status !== 0) ? 1 : 0);

function runner(program, args) {
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: environment() }).status ?? 1;
}

function readVitest(status) {
  const report = read('.cache/unit.json');
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    name: 'unit',
    status,
    passed: report.numPassedTests,
    failures: failuresOf(
      status,
      report.testResults.flatMap(({ name, status: state, message, assertionResults: own }) => {
        const failed = own.filter((one) => one.status === 'failed');
        // A file that could not be loaded has no tests, only a message.
        if (state === 'failed' && failed.length === 0) return [`${relative(ROOT, name)}: ${message}`];
        return failed.map(
          (one) => `${relative(ROOT, name)}: ${one.fullName}\n${(one.failureMessages ?? []).join('\n')}`,
        );
      }),
    ),
    skipped: results
      .filter((one) => ['skipped', 'pending'].includes(one.status))
      .map(({ fullName }) => fullName),
  };
}

function readPlaywright(status) {
  const { stats, suites } = read('.cache/browser.json');
  return {
    name: 'browser',
    status,
    passed: stats.expected + stats.flaky,
    failures: failuresOf(status, titlesOf(suites, 'unexpected')),
    skipped: titlesOf(suites, 'skipped'),
  };
}

// A run that ends badly with no test to blame (an error outside of them, a crash) is a failure too.
function failuresOf(status, failures) {
  if (status === 0 || failures.length > 0) return failures;
  return [`ended with status ${status}, and no test of it failed`];
}

function titlesOf(suites, status) {
  return suites.flatMap(({ title, suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ tests: runs }) => runs.some((one) => one.status === status))
      .map((spec) => `${title}: ${spec.title}`),
    ...titlesOf(inner, status),
  ]);
}

function read(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
