export { type FrameGroup, firstOwnFrame, foldFrames, modulesOf } from './fold.ts';
export type { CreatedBy, Frame, Goroutine, Stack, StackReason, Symbol } from './frame.ts';
export { type Location, classifyPath } from './location.ts';
export { type StackReader, createStackReader } from './read-go.ts';
export { readStacks } from './read.ts';
export { type KnownVersions, sourceLink } from './source-link.ts';
export { displaySymbol } from './symbol.ts';
