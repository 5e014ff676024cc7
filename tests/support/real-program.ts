import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of a program, or `undefined` if it is not installed: a test that needs it is then skipped. With
 * `REQUIRE_PROGRAMS=1` in the environment a missing program is an error instead, so that none is skipped unseen.
 */
export function realProgram(name: string): string | undefined {
  const found = rareProgram(name);
  if (!found && process.env['REQUIRE_PROGRAMS'] === '1') {
    throw new Error(`\`${name}\` is not installed, and REQUIRE_PROGRAMS=1 lets no test be skipped`);
  }
  return found;
}

/** The same for a program that the packages of Debian do not have: without it, its test is always skipped. */
export function rareProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
