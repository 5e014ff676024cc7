import { CODE, plainText } from '../../text/index.ts';
import { beginsRecord, isKlogStart } from './begins-record.ts';
import type { Layer, Wrapper } from './layer.ts';
import { isKubeName, wordEnd } from './word.ts';

/**
 * [stern](https://github.com/stern/stern) 1.30, its default template, and with `--all-namespaces` the namespace in front:
 *
 *     > kube-apiserver-node1 kube-apiserver I1121 08:18:33.966321       1 main.go:23] info msg
 *       ^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^
 *       pod                  container
 *
 * Two words in front of a line are prose until something known follows them. Without a klog header the pod's name has to
 * have a `-`, as all that a controller makes have: `it says panic: …` is prose.
 */
export const STERN: Wrapper = {
  id: 'stern',
  name: 'stern',
  behindWord: ' ',
  peel(line) {
    const ends: number[] = [];
    let at = 0;
    while (ends.length < 3) {
      const end = wordEnd(line, at);
      if (line.charCodeAt(end) !== CODE.space || !isKubeName(line, at, end)) break;
      ends.push(end);
      at = end + 1;
      if (ends.length >= 2 && beginsRecord(line, at) && (isKlogStart(line, at) || isNamed(line, ends))) {
        return peeled(line, ends, false);
      }
    }
    const words = ends.slice(0, 2);
    return words.length === 2 && isNamed(line, words) ? peeled(line, words, true) : undefined;
  },
};

/** Whether the word in front of the container's has a `-`. */
function isNamed(line: string, ends: readonly number[]): boolean {
  const end = ends.at(-2) ?? 0;
  const dash = line.lastIndexOf('-', end);
  return dash > (ends.at(-3) ?? 0);
}

function peeled(line: string, ends: readonly number[], doubtful: boolean): ReturnType<Wrapper['peel']> {
  const [first = 0, second = 0, third] = ends;
  const words = [line.slice(0, first), line.slice(first + 1, second)];
  const [one = '', two = ''] = words;
  const layer: Omit<Layer, 'span'> =
    third === undefined
      ? { kind: 'stern', pod: one, container: two }
      : { kind: 'stern', namespace: one, pod: two, container: line.slice(second + 1, third) };
  const from = (third ?? second) + 1;
  return { layer, content: plainText(line.slice(from), from), doubtful };
}
