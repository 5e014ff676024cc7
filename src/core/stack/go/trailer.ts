import { isBlank, isDigit, isHex, isLower, runEnd } from '../../text/index.ts';

const LINES = ['-----', 'exit status ', 'signal: ', 'PC=0x', 'Aborted', 'Trace/breakpoint trap'];

/**
 * Whether a line behind the goroutines still belongs to the dump: a register, the line of dashes between the threads
 * (GOTRACEBACK=crash), or what the shell or `go run` says about the exit.
 */
export const isTrailerLine = (text: string): boolean =>
  LINES.some((line) => text.startsWith(line)) || isRegisterLine(text);

/**
 * `rax    0xfffffffffffffffc`, or two of them in a line on other machines. Source: Go 1.5 to 1.27
 * `src/runtime/signal_amd64.go`, `signal_arm64.go` and the like (dumpregs).
 */
function isRegisterLine(text: string): boolean {
  let at = 0;
  let registers = 0;
  while (at < text.length) {
    const name = runEnd(text, at, at + 9, isNameCode);
    const blanks = runEnd(text, name, text.length, isBlank);
    if (name === at || name > at + 8 || blanks === name || !text.startsWith('0x', blanks)) return false;
    const to = runEnd(text, blanks + 2, text.length, isHex);
    if (to === blanks + 2) return false;
    registers++;
    at = runEnd(text, to, text.length, isBlank);
  }
  return registers > 0 && registers <= 4;
}

const isNameCode = (code: number): boolean => isLower(code) || isDigit(code);
