/** Closes a switch over a union: a member that nobody handles is a type error here. */
export function unreachable(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
