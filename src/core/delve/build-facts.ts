import { type Line, type Span, splitLines } from '../text/index.ts';

/** What an output of a tool says about a binary, with where it says so. */
export interface BuildFact<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** `all`: nothing may be read in a debugger without gaps; `some`: only the main package may. */
export type Optimised = 'all' | 'some' | 'none';

/** What decides whether Delve can work with a binary, as far as the paste tells it. */
export interface BuildFacts {
  /** The Go that built it: `1.20.12`. */
  readonly go?: BuildFact<string>;
  /** Whether it holds DWARF, which Delve needs. */
  readonly debugInfo?: BuildFact<boolean>;
  readonly optimised?: BuildFact<Optimised>;
  readonly trimpath?: BuildFact<true>;
  /** The Delve that answered `dlv version`. */
  readonly delve?: BuildFact<string>;
}

type Found = { -readonly [Key in keyof BuildFacts]: BuildFacts[Key] };

/**
 * Reads what tools say about a binary: `go version -m`, `file`, `readelf -S`, `readelf --debug-dump=info` (the
 * `DW_AT_producer` of each unit, which is what Delve looks at) and `dlv version`, one or several of them, in any order and with anything in
 * between. Of contradicting answers the later one counts. An empty result: nothing was recognised.
 *
 *     /root/kube-apiserver: go1.20.12
 *     	build	-gcflags="all=-N -l"
 *     /root/kube-apiserver: ELF 64-bit LSB executable, …, with debug_info, not stripped
 *       [16] .debug_info       PROGBITS         0000000000000000 …
 *         <27>   DW_AT_producer    : Go cmd/compile go1.19.8; -N -l regabi
 */
export function readBuildFacts(text: string): BuildFacts {
  const lines = splitLines(text);
  const found: Found = {};
  readGoVersion(lines, found);
  readFile(lines, found);
  readSections(lines, found);
  readProducers(lines, found);
  for (const line of lines) {
    const version = /^\s*Version: (\d+\.\d+\.\d+)/.exec(line.text.slice(0, 60))?.[1];
    if (version) found.delve = { value: version, span: line };
  }
  return found;
}

const RE_GO = /: (?:go|devel go)(\d+\.\d+(?:\.\d+)?(?:(?:rc|beta)\d+)?)\b/;

/**
 * The settings of `go version -m`, which Go notes since 1.18. `-ldflags` are left out of a build with `-trimpath`, so their
 * absence proves nothing then (cmd/go/internal/load/pkg.go, Go 1.19.8).
 */
function readGoVersion(lines: readonly Line[], found: Found): void {
  let flags: string | undefined;
  let settings: Line | undefined;
  for (const line of lines) {
    const go = RE_GO.exec(line.text.slice(0, 4_000))?.[1];
    if (go && !line.text.includes('DW_AT_')) found.go = { value: go, span: line };
    const setting = settingOf(line.text);
    if (!setting) continue;
    settings ??= line;
    const { name, value } = setting;
    if (name === '-gcflags') {
      flags = value;
      found.optimised = { value: optimisedBy(value), span: line };
    }
    if (name === '-ldflags' && strips(value)) found.debugInfo = { value: false, span: line };
    if (name === '-trimpath' && value === 'true') found.trimpath = { value: true, span: line };
  }
  if (settings && flags === undefined) found.optimised = { value: 'all', span: settings };
}

/** `build	-ldflags="-s -w"`; without blanks in it, the value has no quotes. */
function settingOf(text: string): { name: string; value: string } | undefined {
  const [, name, value = ''] = /^\s*build\s+(-[a-z]+|[A-Z_]+)=(.*)$/.exec(text.slice(0, 10_000)) ?? [];
  if (name === undefined) return undefined;
  return { name, value: value.trim().replace(/^"(.*)"$/, '$1') };
}

/** `-s` and `-w` of the linker; both leave out what Delve reads (of `-s`, see "-s" in cmd/link). */
const strips = (flags: string): boolean =>
  flags.split(/\s+/).some((flag) => ['-s', '-w', '-s=true', '-w=true', '--s', '--w'].includes(flag));

/** `all=-N -l` is for every package, `-N -l` for the one that is named on the command line. */
function optimisedBy(flags: string): Optimised {
  const words = flags.replace(/^all=/, '').split(/\s+/);
  if (!words.includes('-N') || !words.includes('-l')) return 'all';
  return flags.startsWith('all=') ? 'none' : 'some';
}

/** `ELF … with debug_info, not stripped`: linked with `-w`, it is "not stripped" and has no debug information. */
function readFile(lines: readonly Line[], found: Found): void {
  for (const line of lines) {
    if (!line.text.includes(' ELF ') && !line.text.startsWith('ELF ')) continue;
    if (!line.text.includes('stripped')) continue;
    found.debugInfo = { value: line.text.includes('with debug_info'), span: line };
  }
}

/** The sections that `readelf -S` lists; Go compresses those of DWARF under `.zdebug_` or under their own name. */
function readSections(lines: readonly Line[], found: Found): void {
  const sections = lines.filter((line) => /^\s*\[ ?\d+\]\s+\./.test(line.text.slice(0, 40)));
  const [first] = sections;
  const last = sections.at(-1);
  if (!first || !last || sections.length < 3) return;
  const info = sections.find((line) => /\s\.z?debug_info\b/.test(line.text.slice(0, 60)));
  found.debugInfo = { value: info !== undefined, span: info ?? { from: first.from, to: last.to } };
}

/**
 * The producers of the units. The compiler never takes `-N` for the package `runtime`, so a unit with `-l` alone is no sign of
 * optimisation: `-gcflags="all=-N -l"` was given.
 */
function readProducers(lines: readonly Line[], found: Found): void {
  let plain = 0;
  let units = 0;
  let first: Line | undefined;
  for (const line of lines) {
    const [, go, rest = ''] =
      /Go cmd\/compile go(\d+\.\d+(?:\.\d+)?\w*)(.*)$/.exec(line.text.slice(0, 400)) ?? [];
    if (go === undefined) continue;
    first ??= line;
    units++;
    if (!/ -l\b/.test(rest)) plain++;
    found.go = { value: go, span: line };
  }
  if (!first) return;
  found.debugInfo ??= { value: true, span: first };
  found.optimised = { value: plain === 0 ? 'none' : plain === units ? 'all' : 'some', span: first };
}
