import { isDigit, runEnd } from '../text/index.ts';

/**
 * The git revision of a module version: the commit of a pseudo-version (`v0.0.0-20201110031124-69a78807bb2b`), the tag
 * otherwise, with the folder in front for a module in one. Source: https://go.dev/ref/mod#vcs-version.
 */
export function gitRef(version: string, folder: string): string {
  const tag = version.endsWith('+incompatible') ? version.slice(0, -'+incompatible'.length) : version;
  const commit = pseudoCommit(tag);
  if (commit) return commit;
  return folder ? `${folder}/${tag}` : tag;
}

/** `38d8ce5564a5` of `v0.0.0-20190404164418-38d8ce5564a5`. Source: https://go.dev/ref/mod#pseudo-versions. */
export function pseudoCommit(version: string): string | undefined {
  const dash = version.lastIndexOf('-');
  const commit = version.slice(dash + 1);
  const stamp = version.slice(dash - 14, dash);
  const before = version.charAt(dash - 15);
  const shape = dash > 15 && commit.length === 12 && isNumber(stamp) && (before === '-' || before === '.');
  return shape ? commit : undefined;
}

/**
 * `1.19` names a branch only; `1.19.8` and, from the paste, a full version name a tag, and so does `1.22rc1`. What the
 * rest of the paste tells counts unless the path contradicts it.
 */
export function goRef(fromPath: string | undefined, known: string | undefined): string | undefined {
  const full =
    known && (!fromPath || known === fromPath || known.startsWith(`${fromPath}.`)) ? known : fromPath;
  if (!full) return undefined;
  return full.split('.').length > 2 || /\d(?:rc|beta)\d/.test(full)
    ? `go${full}`
    : `release-branch.go${full}`;
}

const isNumber = (text: string): boolean =>
  text !== '' && runEnd(text, 0, text.length, isDigit) === text.length;
