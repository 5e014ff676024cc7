import type { VersionMark } from '../kube/index.ts';
import { type LogHeader, decodePart } from '../log/index.ts';
import type { Stack } from '../stack/index.ts';
import { type Line, spanIn } from '../text/index.ts';

/** The mark that the header of a line may be; `undefined` where a mark of its place would say nothing new. */
export function headerMark(
  line: Line,
  { source, message }: LogHeader,
  knows: (file: string, line: number) => boolean,
): VersionMark | undefined {
  if (!source || !knows(source.file, source.line)) return undefined;
  return {
    file: source.file,
    line: source.line,
    message: decodePart(line.text, message).text,
    span: spanIn(line, source.span),
  };
}

/** The marks that the frames of a stack may be. */
export const stackMarks = (stack: Stack): VersionMark[] =>
  stack.goroutines.flatMap(({ frames }) =>
    frames.flatMap(({ file, line, symbol, span }) =>
      file && line ? [{ file, line, symbol: `${symbol.package}.${symbol.function}`, span }] : [],
    ),
  );
