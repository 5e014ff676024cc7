import { type HighlighterCore, createCssVariablesTheme, createHighlighter } from 'shiki';

const LANGUAGES = ['bash', 'sh', 'fish', 'zsh', 'yaml', 'json', 'go', 'xml', 'ini'];

/** Stands for `{{name}}` while the text is highlighted; private-use characters that no command holds. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

let highlighter: Promise<HighlighterCore> | undefined;

/**
 * Source text as HTML with classes: the policy of the site forbids style attributes, which Shiki writes. A variable
 * `{{name}}` becomes `<var data-var="name">`, so that a script can fill it and a reader without one can see it.
 */
export async function highlight(code: string, language: string): Promise<string> {
  highlighter ??= createHighlighter({
    langs: LANGUAGES,
    themes: [createCssVariablesTheme({ name: 'faultbook', variablePrefix: '--token-' })],
  }) as Promise<HighlighterCore>;
  const known = LANGUAGES.includes(language) ? language : 'text';
  const marked = code.replace(/\{\{\s*([a-z]+)\s*\}\}/g, `${OPEN}$1${CLOSE}`);
  const shiki = await highlighter;
  const html = shiki.codeToHtml(marked, {
    lang: known,
    theme: 'faultbook',
    structure: 'inline',
    mergeSameStyleTokens: true,
    transformers: [{ span: (node) => void toClass(node.properties) }],
  });
  return html
    .replaceAll('<br>', '\n')
    .replace(
      new RegExp(`${OPEN}([a-z]+)${CLOSE}`, 'g'),
      (_, name: string) => `<var data-var="${name}">{{${name}}}</var>`,
    );
}

/** A plain sentence as HTML, its variables marked in the same way. */
export function withVariables(text: string): string {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return escaped.replace(/\{\{([a-z]+)\}\}/g, '<var data-var="$1">{{$1}}</var>');
}

/** `style="color:var(--token-token-keyword)"` → `class="token-keyword"`. */
function toClass(properties: Record<string, unknown>): void {
  const style = String(properties['style'] ?? '');
  const name = /--token-(token-[a-z-]+)/.exec(style)?.[1];
  delete properties['style'];
  if (name) properties['class'] = name;
}
