export type { Cast, CastEvent, CastProblem, CastReading } from './cast.ts';
export { type HarmlessStream, type LeftOut, createHarmless } from './harmless.ts';
export { castProblemWords } from './words.ts';
export { readCast } from './read.ts';
export { type Transcript, type TranscriptLine, type TranscriptMark, transcribe } from './transcript.ts';
