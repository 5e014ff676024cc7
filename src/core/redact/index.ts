export { maskArgument, secretValueStart } from './secret-flags.ts';
