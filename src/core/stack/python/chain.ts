import type { OpenException } from '../exceptions.ts';
import type { Goroutine } from '../frame.ts';

export type Relation = NonNullable<Goroutine['relation']>;

/** An exception with those that its group holds, and the one that led to it. */
interface Node {
  readonly exception: OpenException;
  readonly members: Node[];
  readonly before?: Node;
}

export interface Chain {
  /** The next exception of the text, at a level of groups. */
  add(exception: OpenException, level: number, relation: Relation | undefined): void;
  /** As they are to be told: the last one of a chain, its members, then what led to it. */
  told(): OpenException[];
}

/** Puts the exceptions of a traceback into order: Python prints the oldest one of a chain first. */
export function createChain(): Chain {
  const roots: Node[] = [];
  /** The last exception of each level. */
  const heads: Node[] = [];

  const siblings = (level: number): Node[] =>
    level === 0 ? roots : (heads[Math.min(level, heads.length) - 1]?.members ?? roots);

  return {
    add(exception, level, relation) {
      const among = siblings(level);
      const head = relation === 'member' ? undefined : heads[level];
      const node: Node = { exception, members: [], ...(relation && head ? { before: head } : {}) };
      if (node.before && relation) {
        // The newer exception stands in the place of the older one, as a member of a group, say.
        const { exception: older } = node.before;
        if (older.relation) exception.relation = older.relation;
        older.relation = relation;
        among[among.length - 1] = node;
      } else {
        if (relation) exception.relation = relation;
        among.push(node);
      }
      heads.length = Math.min(level, heads.length);
      heads.push(node);
    },
    told() {
      const told: OpenException[] = [];
      const open = roots.toReversed();
      for (let node = open.pop(); node; node = open.pop()) {
        told.push(node.exception);
        if (node.before) open.push(node.before);
        for (const member of node.members.toReversed()) open.push(member);
      }
      return told;
    },
  };
}
