/**
 * Holds the built site to `budgets.json`: what a page loads before anybody touches it, in kilobytes as they travel.
 *
 *     node scripts/budgets.ts
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { collectImports } from '../src/integrations/preload-modules.ts';
import budgets from './budgets.json' with { type: 'json' };

const DIST = join(import.meta.dirname, '..', 'dist');
const BASE = process.env['FAULTBOOK_BASE']?.replace(/\/$/, '') ?? '';

const gzipped = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0) / 1024;

/** The files that attributes of a page name. */
function linked(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, address = '']) => address.slice(BASE.length + 1));
}

const failures: string[] = [];

function hold(name: string, what: string, size: number, limit: number): void {
  const line = `${name.padEnd(60)} ${what.padEnd(5)} ${size.toFixed(1).padStart(7)} of ${limit}`;
  console.log(line);
  if (size > limit) failures.push(line.replaceAll(/ +/g, ' '));
}

for (const { name, path, html, css, js } of budgets.pages) {
  for (const page of globSync(path, { cwd: DIST }).sort()) {
    const text = readFileSync(join(DIST, page), 'utf8');
    const scripts = linked(text, /<script[^>]* src="([^"]+)"/g);
    const modules = new Set<string>();
    for (const script of scripts) collectImports(DIST, script, modules);
    hold(`${name}: ${page}`, 'html', gzipped([page]), html);
    hold(`${name}: ${page}`, 'css', gzipped(linked(text, /<link rel="stylesheet" href="([^"]+)"/g)), css);
    hold(`${name}: ${page}`, 'js', gzipped(modules), js);
  }
}
for (const { name, path, size, each, raw } of budgets.files) {
  const files = globSync(path, { cwd: DIST, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1));
  if (each !== undefined) for (const file of files) hold(`${name}: ${file}`, 'gzip', gzipped([file]), each);
  if (size !== undefined) hold(name, 'gzip', gzipped(files), size);
  if (raw !== undefined) {
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(DIST, file)).length, 0);
    hold(name, 'raw', bytes / 1024, raw);
  }
}

if (failures.length > 0) {
  console.error(`\nover budget (scripts/budgets.json, kB):\n${failures.join('\n')}`);
  process.exit(1);
}
