import { type Span, splitLines } from '../text/index.ts';
import type { DelveFinding } from './findings.ts';

/** A line that Delve printed, and what it proves. */
export interface DelveMessage {
  readonly finding: DelveFinding | 'listening';
  /** The address, the version, the flag: what the line names. */
  readonly found: string;
  readonly span: Span;
}

interface Rule {
  readonly finding: DelveFinding | 'listening';
  /** A piece of the line that is always the same. */
  readonly head: string;
  /** What the line names. */
  readonly names?: RegExp;
}

/**
 * What Delve prints when it starts or refuses to: format strings of pkg/logflags, pkg/goversion/compat.go, pkg/proc/bininfo.go,
 * cmd/dlv/cmds/commands.go and pkg/terminal, from 1.3.0 to 1.27.1. Their wording has changed, so heads are short.
 */
const RULES: readonly Rule[] = [
  { finding: 'listening', head: ' server listening at: ', names: /listening at: (\S+)/ },
  { finding: 'exposed', head: 'Listening for remote connections' },
  {
    finding: 'go-window',
    head: 'Go version ',
    names: /Go version (?:go)?(\S+) is too old for this version of Delve/,
  },
  {
    finding: 'go-window',
    head: 'ersion of Delve is too old for ',
    names: /too old for (?:Go version (?:go)?(\S+)|this version of Go)/,
  },
  { finding: 'go-window', head: 'Version of Go is too old for this version of Delve' },
  { finding: 'go-window', head: 'To debug executables using DWARFv5 or later Delve must be built with Go' },
  { finding: 'stripped', head: 'could not open debug info' },
  { finding: 'optimised', head: 'Warning: debugging optimized function' },
  { finding: 'continue-alone', head: '--continue requires --accept-multiclient' },
  { finding: 'api-version', head: 'Unknown API version: ', names: /version: (\d+)/ },
  { finding: 'no-separator', head: 'Error: unknown flag: ', names: /flag: (\S+)/ },
  { finding: 'flag-order', head: ' for "dlv"', names: /unknown command "([^"]*)"/ },
  {
    finding: 'port-taken',
    head: "couldn't start listener",
    names: /listen tcp (\S+): bind: address already/,
  },
  { finding: 'socket', head: 'unknown port', names: /address (tcp\/\S+): unknown port/ },
  { finding: 'ptrace', head: 'could not attach to pid ', names: /pid (\d+)/ },
];

/** The lines of Delve in a paste, in their order. A listening line is `exposed` if the address is not of loopback. */
export function readDelveMessages(text: string): DelveMessage[] {
  return splitLines(text).flatMap((line) => {
    const start = line.text.slice(0, 2_000);
    for (const { finding, head, names } of RULES) {
      if (!start.includes(head)) continue;
      const match = names?.exec(start);
      if (names && !match) continue;
      const found = match?.[1] ?? '';
      const exposed = finding === 'listening' && !isLoopback(found);
      return [{ finding: exposed ? 'exposed' : finding, found, span: { from: line.from, to: line.to } }];
    }
    return [];
  });
}

/** `127.0.0.1:2345`, `[::1]:2345`, `/run/dlv.sock`. */
const isLoopback = (address: string): boolean =>
  ['127.', '[::1]:', 'localhost:', '/'].some((start) => address.startsWith(start));
