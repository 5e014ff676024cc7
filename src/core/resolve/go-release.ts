import { CODE, readNumber } from '../text/index.ts';

/** A minor release of Go 1, as far as its resolver differs from others. */
export interface GoRelease {
  readonly minor: number;
  /** As it was asked for, if that release is not known here and the nearest one answers. */
  readonly asked?: string;
}

/** The first release whose options of resolv.conf are known here, and the last that was measured. */
export const GO_MINORS = { first: 13, last: 26 } as const;

/**
 * Reads `1.15`, `go1.15.15`, `1.22rc1`. An older or newer release than {@link GO_MINORS} becomes the nearest one, and
 * says so in `asked`. `undefined` if the text is no release of Go 1.
 */
export function readGoRelease(text: string): GoRelease | undefined {
  const from = text.startsWith('go') ? 2 : 0;
  if (text.length > 40 || !text.startsWith('1.', from)) return undefined;
  const number = readNumber(text, from + 2);
  const next = number ? text.charCodeAt(number.to) : NaN;
  if (!number || !(number.to === text.length || next === CODE.dot || next === 114 || next === 98))
    return undefined;
  const minor = Math.min(Math.max(number.value, GO_MINORS.first), GO_MINORS.last);
  return minor === number.value ? { minor } : { minor, asked: text };
}

/**
 * Where Go's resolver changed. Measured with programs built by Go 1.15.15, 1.19.8, 1.21.13, 1.22.12, 1.23.5, 1.24.4 and
 * 1.26.10; what lies between is read from the sources named.
 */
export const GO_CHANGES = {
  /** Without nsswitch.conf files come first; before, DNS did ([golang/go#35305](https://github.com/golang/go/issues/35305)). */
  filesFirst: 16,
  /**
   * A lookup that a deadline ends is named in the error: `lookup localhost: i/o timeout`. Accepted for the release after
   * 1.15 ([golang/go#39178](https://github.com/golang/go/issues/39178)); 1.15 and 1.19 were measured, 1.16 to 1.18 not.
   */
  namedTimeout: 16,
  /** `trust-ad` ([#51152](https://github.com/golang/go/issues/51152)), `edns0`, `no-reload` are known options. */
  moreOptions: 20,
  /** A name that is in no file is an error also if only files are asked; before, the answer was empty. */
  filesOnlyError: 20,
  /** src/net/conf.go was written anew: where cgo cannot be used, nothing is left to libc that Go does not know. */
  goAlwaysDecides: 21,
} as const;
