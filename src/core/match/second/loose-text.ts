/** A text without what chats, terminals and editors change in it, and where each character of it stood. */
export interface LooseText {
  readonly text: string;
  /** By character of `text`, its place in the source. */
  readonly at: readonly number[];
}

/**
 * What stays of a text when it is wrapped, quoted, escaped and typed anew: small letters, digits and punctuation. Blanks
 * and line ends, quotes of all kinds, backslashes and the marks of Markdown go; full-width forms become ASCII.
 *
 *     > kubelet cgroup driver：“cgroupfs” is different
 *       kubeletcgroupdriver:cgroupfsisdifferent
 *
 * One look per character.
 */
export function loosen(source: string): LooseText {
  let text = '';
  const at: number[] = [];
  for (let index = 0; index < source.length; index++) {
    const character = looseCharacter(source.charCodeAt(index));
    if (character === '') continue;
    text += character;
    at.push(index);
  }
  return { text, at };
}

const DROPPED =
  ' \t\r\n"\'`*\\\u00a0\u2007\u202f\u3000\u200b\ufeff\u2018\u2019\u201c\u201d\u201e\u300c\u300d';

const REPLACED: Readonly<Record<string, string>> = {
  '\u3002': '.',
  '\u3001': ',',
  '\u3010': '[',
  '\u3011': ']',
};

/** By code unit: what stays of ASCII. */
const ASCII = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return DROPPED.includes(character) ? '' : character.toLowerCase();
});

function looseCharacter(code: number): string {
  if (code < 128) return ASCII[code] ?? '';
  if (code > 0xff00 && code < 0xff5f) return ASCII[code - 0xfee0] ?? '';
  const character = String.fromCharCode(code);
  return DROPPED.includes(character) ? '' : (REPLACED[character] ?? character);
}
