/**
 * How many columns a character takes: 0 for one that joins the one before, 2 for a wide one of East Asia, else 1. As xterm.js counts
 * by default (Unicode 6), so that lines wrap where they do on the screen.
 *
 * Source: unicode.org/reports/tr11 (East Asian Width), blocks W and F.
 */
export function widthOf(code: number): 0 | 1 | 2 {
  if (code < 0x300) return 1;
  if (inRanges(JOINING, code)) return 0;
  return inRanges(WIDE, code) ? 2 : 1;
}

/** First and last of each range, in order. */
const JOINING: readonly number[] = [
  0x300, 0x36f, 0x483, 0x489, 0x591, 0x5bd, 0x610, 0x61a, 0x64b, 0x65f, 0xe31, 0xe31, 0xe34, 0xe3a, 0x200b,
  0x200f, 0x202a, 0x202e, 0x2060, 0x2064, 0x206a, 0x206f, 0x20d0, 0x20f0, 0x302a, 0x302d, 0x3099, 0x309a,
  0xfe00, 0xfe0f, 0xfe20, 0xfe2f, 0xfeff, 0xfeff, 0xe0100, 0xe01ef,
];

const WIDE: readonly number[] = [
  0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff01,
  0xff60, 0xffe0, 0xffe6, 0x20000, 0x3fffd,
];

function inRanges(ranges: readonly number[], code: number): boolean {
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    if (code >= (ranges[at] ?? 0) && code <= (ranges[at + 1] ?? 0)) return true;
  }
  return false;
}
