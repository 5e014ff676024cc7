import { type JsonMember, type JsonObject, textOfMember } from '../json-object.ts';

export const memberOf = ({ members }: JsonObject, key: string): JsonMember | undefined =>
  members.find((member) => member.key === key);

/** What a string member says. */
export function wordOf(line: string, object: JsonObject, key: string): string | undefined {
  const member = memberOf(object, key);
  return member?.kind === 'string' ? textOfMember(line, member) : undefined;
}
