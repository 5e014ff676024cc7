// Programs that tests need and npm does not bring: looked for, installed from Debian where that may be, else named.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What is needed, by the names that it goes by, or by a file of it, and the Debian package that has it, with what else it
 * needs.
 */
const PROGRAMS = [
  { names: ['chromium', 'chromium-browser', 'google-chrome', 'chrome'], package: 'chromium' },
  { names: ['go'], package: 'golang-go' },
  { names: ['dlv'], package: 'delve' },
  { names: ['zsh'], package: 'zsh' },
  { names: ['fish'], package: 'fish' },
  { names: ['python3'], package: 'python3' },
  { names: ['gcc'], package: 'gcc', with: ['libc6-dev'] },
  { names: ['ps'], package: 'procps' },
  { names: ['rg'], package: 'ripgrep' },
  {
    names: [],
    file: '/usr/share/gocode/src/github.com/spf13/pflag/flag.go',
    package: 'golang-github-spf13-pflag-dev',
  },
];

/** The path of the first of the names that is a program here. */
export function find(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/**
 * Looks for every program, and installs what is missing if this is Debian and we are root. Returns what is still
 * missing, and the browser.
 */
export function ensurePrograms() {
  const missing = () => PROGRAMS.filter(({ names, file }) => !(file ? existsSync(file) : find(names)));
  const wanted = missing().flatMap((program) => [program.package, ...(program.with ?? [])]);
  if (wanted.length > 0 && process.getuid?.() === 0 && find(['apt-get'])) {
    console.log(`installing ${wanted.join(', ')} (apt-get) …`);
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...wanted, 'fonts-noto-cjk');
  }
  return {
    browser: process.env.CHROMIUM ?? find(PROGRAMS[0].names),
    missing: missing().map((program) => program.package),
  };
}
