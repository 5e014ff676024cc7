import { goRef, gitRef, pseudoCommit } from './git-ref.ts';
import { type Location, STAGING } from './location.ts';
import { type Repository, moduleRepository } from './module-repository.ts';

/** Versions that a path does not tell but the rest of the paste may. Without `v` or `go` in front. */
export interface KnownVersions {
  readonly kubernetes?: string;
  readonly go?: string;
}

/**
 * The web address of the very line, or `undefined` where the path and the known versions do not decide it.
 * A link is only offered where repository, revision and path are certain: a wrong one costs more than none.
 */
export const sourceLink = (location: Location, line: number, known: KnownVersions = {}): string | undefined =>
  sourceLinks(location, line, known)[0];

/**
 * All addresses of the very line, the one to offer first in front. What lives in `staging/` of kubernetes/kubernetes
 * is published in a repository of its own, too.
 */
export function sourceLinks(location: Location, line: number, known: KnownVersions = {}): string[] {
  const links = linkTo(location, line, known);
  const twin = twinOf(location, known);
  const other = twin && linkTo(twin.location, line, twin.known);
  return [links, other].filter((link) => link !== undefined);
}

function linkTo(location: Location, line: number, known: KnownVersions): string | undefined {
  switch (location.kind) {
    case 'module': {
      const place = moduleRepository(location.module);
      if (!place) return undefined;
      const ref = gitRef(location.version, place.folder);
      return codeHost(place, ref, [place.folder, location.file].filter(Boolean).join('/'), line);
    }
    case 'repository':
      return known.kubernetes && github(location.repository, `v${known.kubernetes}`, location.file, line);
    case 'goroot': {
      const ref = goRef(location.goVersion, known.go);
      return ref && github('golang/go', ref, `src/${location.file}`, line);
    }
    case 'runtime':
      return runtimeLink(location, line);
    case 'package':
    case 'local':
      return undefined;
  }
}

/**
 * The same file in the other of the two repositories that hold it: `k8s.io/NAME v0.17.3` is `staging/src/k8s.io/NAME`
 * of Kubernetes v1.17.3. Tags of that form exist from v0.17.0 on; `v0.0.0-…` and `v12.0.0` are none.
 */
function twinOf(
  location: Location,
  known: KnownVersions,
): { location: Location; known: KnownVersions } | undefined {
  const staged = 'staging/src/';
  if (location.kind === 'module') {
    const name = location.module.slice('k8s.io/'.length);
    const release = location.version.slice('v0.'.length);
    const fits =
      location.module.startsWith('k8s.io/') && location.version.startsWith('v0.') && isStaged(release);
    if (!fits || !STAGING.has(name)) return undefined;
    const file = `${staged}${location.module}/${location.file}`;
    return {
      location: { kind: 'repository', repository: 'kubernetes/kubernetes', file },
      known: { kubernetes: `1.${release}` },
    };
  }
  if (location.kind !== 'repository' || !location.file.startsWith(staged)) return undefined;
  const [host = '', name = '', ...rest] = location.file.slice(staged.length).split('/');
  const release = known.kubernetes?.slice('1.'.length) ?? '';
  if (!STAGING.has(name) || !known.kubernetes?.startsWith('1.') || !isStaged(release)) return undefined;
  const module = `${host}/${name}`;
  return { location: { kind: 'module', module, version: `v0.${release}`, file: rest.join('/') }, known };
}

/** `17.3`, `21.0-alpha.1`; a pseudo-version has a commit behind its numbers. */
const isStaged = (release: string): boolean =>
  Number.parseInt(release, 10) >= 17 && pseudoCommit(`v0.${release}`) === undefined;

/** The own code of a language: releases are tags there, minor releases branches, and Rust names the commit. */
function runtimeLink(
  { language, file, version }: Location & { kind: 'runtime' },
  line: number,
): string | undefined {
  if (!version) return undefined;
  switch (language) {
    case 'node':
      // Other projects' code is kept in `deps/` and only built into `internal/deps/`.
      return file.startsWith('lib/internal/deps/')
        ? undefined
        : github('nodejs/node', `v${version}`, file, line);
    case 'python': {
      const ref = version.split('.').length > 2 ? `v${version}` : version;
      return file.startsWith('<') ? undefined : github('python/cpython', ref, `Lib/${file}`, line);
    }
    case 'rust':
      return RUST_SUBMODULES.some((folder) => file.startsWith(folder))
        ? undefined
        : github('rust-lang/rust', version, file, line);
    case 'java':
      return undefined;
  }
}

/** Repositories of their own inside of Rust's. */
const RUST_SUBMODULES = ['library/backtrace/', 'library/stdarch/'];

/** GitLab's paths may have any number of groups: only those of one are certain. */
const codeHost = ({ host, repository }: Repository, ref: string, file: string, line: number): string =>
  host === 'gitlab.com'
    ? `https://gitlab.com/${repository}/-/blob/${encode(ref)}/${encode(file)}#L${line}`
    : github(repository, ref, file, line);

const github = (repository: string, ref: string, file: string, line: number): string =>
  `https://github.com/${repository}/blob/${encode(ref)}/${encode(file)}#L${line}`;

const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
