export { type CommandPart, commandParts, fillCommand, variablesOf } from './fill.ts';
export { type LinkForm, type StepReference, stepAddress, stepLink } from './permalink.ts';
export { type FindingsByWidget, type Reaction, type Reactions, reactionOf } from './reaction.ts';
export type { Command, Danger, Step, Where } from './step.ts';
