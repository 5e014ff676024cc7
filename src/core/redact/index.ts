export { maskArguments, secretValueStart } from './secret-flags.ts';
