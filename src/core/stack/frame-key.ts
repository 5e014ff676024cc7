import type { Symbol } from './frame.ts';
import { libraryOfPackage } from './libraries.ts';
import { parseSymbol } from './symbol.ts';

/**
 * What names a function whatever the build, the same for all its closures and type arguments:
 *
 *     example.com/app/vendor/k8s.io/klog/v2.(*loggingT).output  → k8s.io/klog/v2.loggingT.output
 *     k8s.io/client-go/tools/cache.(*Queue[...]).Pop.func1       → k8s.io/client-go/tools/cache.Queue.Pop
 *
 * Whether a receiver is a pointer is left out, since the compiler wraps the one in the other.
 */
export const frameKey = ({ package: path, receiver, function: name }: Symbol): string =>
  receiver === undefined
    ? `${path}.${withoutTypes(name)}`
    : `${path}.${withoutTypes(receiver)}.${withoutTypes(name)}`;

/** The keys that stand for a frame: its own, and those with `*` for any function of its type and of its package. */
export function frameKeys(symbol: Symbol): readonly string[] {
  const { package: path, receiver } = symbol;
  const any = `${path}.*`;
  return receiver === undefined
    ? [frameKey(symbol), any]
    : [frameKey(symbol), `${path}.${withoutTypes(receiver)}.*`, any];
}

/**
 * Packages of frames that stand above the one that matters: how a program prints its stack and logs a fatal line. They
 * name no failure, as little as Go's own runtime does. Sources: klog `klog.go` (`stacks`, `output`), apimachinery
 * `pkg/util/runtime/runtime.go` (`HandleCrash`). To add one: a row here.
 */
const MACHINERY: ReadonlySet<string> = new Set([
  'k8s.io/klog',
  'k8s.io/klog/v2',
  'github.com/golang/glog',
  'github.com/go-logr/logr',
  'github.com/sirupsen/logrus',
  'go.uber.org/zap',
  'k8s.io/apimachinery/pkg/util/runtime',
]);

/** Whose code a frame is, as far as the package alone tells. */
export type FrameOwner = 'program' | 'library' | 'runtime';

/** A key that an author wrote as Go prints the symbol, such as `k8s.io/klog/v2.(*loggingT).output` or `net/http.*`. */
export interface ReadKey {
  readonly key: string;
  readonly owner: FrameOwner;
  /** It names all functions of a type or of a package. */
  readonly any: boolean;
}

/** Reads a key; `undefined` for what names no function of a package. Never throws. */
export function readFrameKey(source: string): ReadKey | undefined {
  const symbol = parseSymbol(source);
  const { package: path, receiver = '', function: name } = symbol;
  const parts = [path, receiver, name];
  if (path === '' || name === '' || parts.some((part) => !isName(part))) return undefined;
  if (path.includes('*') || receiver.includes('*') || (name !== '*' && name.includes('*'))) return undefined;
  return { key: frameKey(symbol), owner: ownerOf(path), any: name === '*' };
}

const isName = (text: string): boolean => ![...' \t\n"\'`(){}…'].some((mark) => text.includes(mark));

function ownerOf(path: string): FrameOwner {
  if (MACHINERY.has(path)) return 'runtime';
  if (libraryOfPackage(path)) return 'library';
  const [first = ''] = path.split('/', 1);
  return first === 'main' || first.includes('.') ? 'program' : 'runtime';
}

/** `Queue[...]` → `Queue` */
function withoutTypes(name: string): string {
  const open = name.indexOf('[');
  return open < 0 ? name : name.slice(0, open) + name.slice(name.lastIndexOf(']') + 1);
}
