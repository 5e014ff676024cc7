import { isDigit } from '../../text/index.ts';
import type { Location } from '../location.ts';

/**
 * Where a Rust file belongs: to Rust itself (`/rustc/<commit>/library/std/src/rt.rs`), to a crate of cargo's registry
 * (`…/registry/src/index.crates.io-6f17d22bba15001f/tokio-1.35.1/src/lib.rs`), or to the program.
 */
export function classifyRustPath(path: string): Location {
  const unix = path.replaceAll('\\', '/');
  return own(unix) ?? crate(unix) ?? libc(unix) ?? { kind: 'local', file: path };
}

/** `/rustc/59807616…/library/…`, `/usr/src/rustc-1.63.0/library/…`, `…/lib/rustlib/src/rust/library/…`. */
function own(path: string): Location | undefined {
  const folder = '/library/';
  const at = path.indexOf(folder);
  if (at < 0) return undefined;
  const file = withoutUps(path.slice(at + 1));
  const root = path.slice(0, at);
  const name = root.slice(root.lastIndexOf('/') + 1);
  if (root.startsWith('/rustc/')) return { kind: 'runtime', language: 'rust', file, version: name };
  if (name.startsWith('rustc-') && isDigit(name.charCodeAt(6))) {
    return { kind: 'runtime', language: 'rust', file, version: name.slice(6) };
  }
  return root.endsWith('/rustlib/src/rust') ? { kind: 'runtime', language: 'rust', file } : undefined;
}

/** A crate's folder is its name and version. */
function crate(path: string): Location | undefined {
  const folder = '/registry/src/';
  const at = path.indexOf(folder);
  const [, home = '', ...rest] = at < 0 ? [] : path.slice(at + folder.length).split('/');
  for (let dash = home.indexOf('-'); dash > 0; dash = home.indexOf('-', dash + 1)) {
    if (!isDigit(home.charCodeAt(dash + 1))) continue;
    const [name, version] = [home.slice(0, dash), home.slice(dash + 1)];
    return { kind: 'package', language: 'rust', name, version, file: rest.join('/') };
  }
  return undefined;
}

/** What calls `main`, of glibc: `./csu/../sysdeps/nptl/libc_start_call_main.h`. */
function libc(path: string): Location | undefined {
  const file = withoutUps(path);
  return ['./csu/', './nptl/', './sysdeps/'].some((folder) => path.startsWith(folder))
    ? { kind: 'package', language: 'rust', name: 'glibc', file: file.startsWith('./') ? file.slice(2) : file }
    : undefined;
}

/** `library/std/src/../../backtrace/src/lib.rs` → `library/backtrace/src/lib.rs`. */
function withoutUps(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && kept.length > 0) kept.pop();
    else kept.push(part);
  }
  return kept.join('/');
}
