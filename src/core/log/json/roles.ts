import { type JsonMember, scanJsonObject } from '../json-object.ts';

export type Role = 'message' | 'level' | 'time' | 'logger' | 'caller' | 'process';

/** The keys under which loggers write what a header names; of several in one line the earlier in its list counts. */
const KEYS: Readonly<Record<Role, readonly string[]>> = {
  message: ['msg', 'message', 'MESSAGE', '@message', '@m', 'body'],
  level: ['level', 'lvl', 'severity', 'log.level', 'levelname', 'loglevel', '@level', '@l', 'PRIORITY', 's'],
  time: [
    'time',
    'ts',
    'timestamp',
    '@timestamp',
    't',
    '@t',
    'datetime',
    'asctime',
    '__REALTIME_TIMESTAMP',
    'timestamp_ns',
    'timeMillis',
  ],
  logger: ['logger', 'logger_name', 'loggerName', 'log.logger', 'target', 'SYSLOG_IDENTIFIER', 'name', 'c'],
  caller: ['caller', 'source'],
  process: ['pid', '_PID', 'process.pid'],
};

const ROLES: ReadonlyMap<string, { readonly role: Role; readonly rank: number }> = new Map(
  Object.entries(KEYS).flatMap(([role, keys]) =>
    keys.map((key, rank) => [key, { role: role as Role, rank }] as const),
  ),
);

/** The members of a line by what they are for; the others are its fields. */
export type Roles = Readonly<Partial<Record<Role, JsonMember>>>;

/** Objects that hold members of the line itself: `"fields"` of Rust's tracing, `"log"` of ECS. */
const PARENTS = ['fields', 'log'];

/** The members of a line, those of the objects that only group them included. */
export const flatMembers = (line: string, members: readonly JsonMember[]): readonly JsonMember[] =>
  members.some(isParent)
    ? members.flatMap((member) => (isParent(member) ? inner(line, member) : member))
    : members;

const isParent = ({ key, kind }: JsonMember): boolean => kind === 'object' && PARENTS.includes(key);

function inner(line: string, parent: JsonMember): readonly JsonMember[] {
  const own = scanJsonObject(line, parent.span.from, parent.span.to)?.members;
  if (!own) return [parent];
  return parent.key === 'log' ? own.map((member) => ({ ...member, key: `log.${member.key}` })) : own;
}

/** Which member plays which role. */
export function rolesOf(members: readonly JsonMember[]): Roles {
  const found: Partial<Record<Role, JsonMember>> = {};
  const ranks: Partial<Record<Role, number>> = {};
  for (const member of members) {
    const known = ROLES.get(member.key);
    if (!known || (known.role === 'message' && member.kind !== 'string')) continue;
    if ((ranks[known.role] ?? Infinity) <= known.rank) continue;
    found[known.role] = member;
    ranks[known.role] = known.rank;
  }
  return found;
}
