import type { Line } from '../../text/index.ts';
import type { OpenStack } from '../reader.ts';
import type { Names } from './names.ts';

/** The two lines above the one that is looked at, the nearest first. */
export type Above = readonly [previous: Line | undefined, before: Line | undefined];

/** Opens a stack of one of the shapes in which Go's are printed, if the line can begin one. */
export type GoOpener = (line: Line, above: Above, names: Names) => OpenStack | undefined;
