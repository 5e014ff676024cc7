import { type Line, type MappedText, joinMapped, plainText, sliceMapped } from '../text/index.ts';

/** The text of a line, which leads back to the paste. */
export const mappedOf = (line: Line): MappedText =>
  line.origin ? { text: line.text, pieces: line.origin } : plainText(line.text, line.from);

/** A line with other text, made out of its own. */
export const withText = (line: Line, mapped: MappedText): Line => ({
  ...line,
  text: mapped.text,
  origin: mapped.pieces,
});

/** A part of a line, as a line. */
export const partOf = (line: Line, from: number, to = line.text.length): Line =>
  withText(line, sliceMapped(mappedOf(line), from, to));

/** Physical lines as one, with `joint` between two: nothing, a blank, or the line end that stood there. */
export function joinLines(lines: readonly Line[], joints: readonly ('' | ' ' | '\n')[]): Line | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last || lines.length === 1) return first;
  const parts = lines.flatMap((line, index) => {
    const joint = joints[index - 1] ?? '';
    const before = lines[index - 1];
    // A joint stands for the line end, whatever its bytes are.
    const made: MappedText = { text: joint, pieces: [{ at: 0, from: before?.to ?? 0, to: line.from }] };
    return index === 0 || joint === '' ? [mappedOf(line)] : [made, mappedOf(line)];
  });
  const joined = joinMapped(parts);
  return { ...withText(first, joined), to: last.to, end: last.end };
}
