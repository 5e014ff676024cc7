import type { Location } from '../location.ts';

/**
 * Where a JavaScript file belongs: to Node.js itself (`node:internal/modules/cjs/loader`), to a package
 * (`…/node_modules/@scope/name/…`; pnpm's folders name its version), or to the program.
 */
export function classifyNodePath(path: string): Location {
  if (path.startsWith('node:')) {
    return { kind: 'runtime', language: 'node', file: `lib/${path.slice('node:'.length)}.js` };
  }
  const folder = '/node_modules/';
  const unix = path.replaceAll('\\', '/');
  const at = unix.lastIndexOf(folder);
  if (at < 0) return { kind: 'local', file: path };
  const inside = unix.slice(at + folder.length);
  const parts = inside.split('/', 3);
  const scoped = inside.startsWith('@');
  const name = scoped ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  const version = pnpmVersion(unix.slice(0, at), name);
  return {
    kind: 'package',
    language: 'node',
    name,
    ...(version ? { version } : {}),
    file: inside.slice(name.length + 1),
  };
}

/** `/srv/node_modules/.pnpm/@scope+name@1.2.3_peer@4.0.0/node_modules/@scope/name/…` */
function pnpmVersion(root: string, name: string): string | undefined {
  const folder = root.slice(root.lastIndexOf('/') + 1);
  const start = `${name.replace('/', '+')}@`;
  if (!root.includes('/.pnpm/') || !folder.startsWith(start)) return undefined;
  const version = folder.slice(start.length);
  const end = [version.indexOf('_'), version.indexOf('(')].filter((index) => index > 0);
  return version.slice(0, Math.min(version.length, ...end));
}
