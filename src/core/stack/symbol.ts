import { CODE, isDigit } from '../text/index.ts';
import type { Symbol } from './frame.ts';

/**
 * Splits a symbol as the Go runtime prints it:
 *
 *     > gopkg.in/yaml%2ev2.(*dec).Run
 *       ^ package ------^  ^recv ^function
 *
 * The package ends at the first `.` behind the last `/`; in its last element dots are written `%2e`. Type
 * arguments are printed as `[...]`; debuggers print them whole, paths and all: `main.F[go.shape.*k8s.io/api/core/v1.Pod]`. Source: Go `src/runtime/traceback.go` (printfuncname),
 * `src/cmd/internal/objabi/path.go` (PathToPrefix).
 */
export function parseSymbol(raw: string): Symbol {
  const bracket = raw.indexOf('[');
  // `type:.eq.[2]string` has none.
  const generic = bracket > 0 && raw.charCodeAt(bracket - 1) !== CODE.dot;
  const slash = raw.lastIndexOf('/', generic ? bracket : raw.length);
  const dot = raw.indexOf('.', slash + 1);
  if (dot < 0) {
    return { raw, package: '', pointerReceiver: false, function: raw, methodValue: false, generic };
  }
  const packagePath = withoutVendor(decodePercent(raw.slice(0, dot)));
  const methodValue = raw.endsWith('-fm');
  const name = raw.slice(dot + 1, methodValue ? -3 : undefined);
  const base = { raw, package: packagePath, methodValue, generic };

  if (name.startsWith('(*')) {
    const close = name.indexOf(').');
    if (close > 0) {
      const { head, closure } = splitClosure(name.slice(close + 2));
      return { ...base, receiver: name.slice(2, close), pointerReceiver: true, function: head, ...closure };
    }
  }
  const { head, closure } = splitClosure(name);
  const receiverEnd = indexOutsideBrackets(head, '.');
  if (receiverEnd > 0) {
    return {
      ...base,
      receiver: head.slice(0, receiverEnd),
      pointerReceiver: false,
      function: head.slice(receiverEnd + 1),
      ...closure,
    };
  }
  return { ...base, pointerReceiver: false, function: head, ...closure };
}

/** The symbol without escapes and vendor prefix, as a person would write it. */
export function displaySymbol(symbol: Symbol): string {
  const receiver = symbol.receiver && (symbol.pointerReceiver ? `(*${symbol.receiver})` : symbol.receiver);
  return [symbol.package, receiver, symbol.function, symbol.closure].filter(Boolean).join('.');
}

/**
 * `F.func1.2` → `F` and `func1.2`; `glob..func1` → `glob` and `func1`; `init.0` → `init`. A name that the
 * compiler numbers (`func1`, `gowrap1`, `deferwrap2`, `3`) begins the closure.
 */
function splitClosure(name: string): { head: string; closure: { closure?: string } } {
  let from = 0;
  while (from < name.length) {
    const dot = indexOutsideBrackets(name, '.', from);
    if (dot < 0) break;
    if (isCompilerName(elementAt(name, dot + 1))) {
      const head = name.slice(0, name.charAt(dot - 1) === '.' ? dot - 1 : dot);
      const closure = name.slice(dot + 1);
      return head === 'init' && isNumber(closure)
        ? { head, closure: {} }
        : { head: head || 'glob', closure: { closure } };
    }
    from = dot + 1;
  }
  return { head: name, closure: {} };
}

const elementAt = (name: string, from: number): string => {
  const end = indexOutsideBrackets(name, '.', from);
  return name.slice(from, end < 0 ? undefined : end);
};

const isCompilerName = (element: string): boolean => {
  const rest = ['func', 'gowrap', 'deferwrap'].find((word) => element.startsWith(word));
  return isNumber(rest ? element.slice(rest.length) : element);
};

const isNumber = (text: string): boolean =>
  text !== '' && [...text].every((character) => isDigit(character.charCodeAt(0)));

function indexOutsideBrackets(text: string, wanted: string, from = 0): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '[') depth++;
    else if (character === ']') depth--;
    else if (depth <= 0 && character === wanted) return at;
  }
  return -1;
}

/** GOPATH builds prefix a vendored package with the path of the module that vendors it. */
function withoutVendor(importPath: string): string {
  const at = `/${importPath}`.lastIndexOf('/vendor/');
  return at < 0 ? importPath : importPath.slice(at + 'vendor/'.length);
}

/** Decodes `%2e` and its like; what is no escape stays as it is. */
function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%[0-9a-f]{2}/gi, (escape) =>
    String.fromCharCode(Number.parseInt(escape.slice(1), 16)),
  );
}
