import { CODE, plainText } from '../../text/index.ts';
import type { Wrapper } from './layer.ts';
import { isKubeName, wordEnd } from './word.ts';

const START = '[pod/';

/**
 * `kubectl logs --prefix`: `[pod/kube-apiserver-node1/kube-apiserver] I1121 …`.
 *
 * Source: k8s.io/kubectl `pkg/cmd/logs/logs.go`, `addPrefixIfNeeded` (v0.31).
 */
export const KUBECTL_PREFIX: Wrapper = {
  id: 'kubectl-prefix',
  name: 'kubectl logs --prefix',
  starts: '[',
  peel(line) {
    if (!line.startsWith(START)) return undefined;
    const end = wordEnd(line, START.length);
    const slash = line.indexOf('/', START.length);
    if (line.charCodeAt(end) !== CODE.closeBracket || slash > end) return undefined;
    if (!isKubeName(line, START.length, slash) || !isKubeName(line, slash + 1, end)) return undefined;
    const from = line.charCodeAt(end + 1) === CODE.space ? end + 2 : end + 1;
    const pod = line.slice(START.length, slash);
    const container = line.slice(slash + 1, end);
    return { layer: { kind: 'kubectl-prefix', pod, container }, content: plainText(line.slice(from), from) };
  },
};
