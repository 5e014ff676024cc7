import { isBlank } from '../text/index.ts';
import { COMPONENTS } from './command-line.ts';

/** How far into a line a component is looked for. */
const REACH = 400;

/**
 * Where the path of a component of Kubernetes starts that has a flag behind it: 11 in `we run it: /usr/bin/kubelet --v=2`.
 * -1 if there is none within the first 400 characters.
 */
export function componentStart(text: string): number {
  const head = text.slice(0, REACH);
  for (const name of COMPONENTS) {
    for (let at = head.indexOf(`${name} `); at >= 0; at = head.indexOf(`${name} `, at + 1)) {
      let from = at;
      while (from > 0 && isOfPath(head.charAt(from - 1))) from--;
      const isWhole = from === at || head.charAt(at - 1) === '/';
      let next = at + name.length;
      while (isBlank(head.charCodeAt(next))) next++;
      if (isWhole && /^--?[a-z]/.test(head.slice(next, next + 3))) return from;
    }
  }
  return -1;
}

const isOfPath = (character: string): boolean => /[\w./-]/.test(character);
