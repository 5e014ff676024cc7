/** How a log looks when it has come through something: each makes the paste that a reader has then. */
export interface Wrapping {
  readonly name: string;
  readonly wrap: (text: string) => string;
  /** Lines stand in it as they were, so that a piece of one leads to the same letters. */
  readonly verbatim?: true;
}

const lines = (text: string): string[] => text.trimEnd().split('\n');

const each = (wrapLine: (line: string, index: number) => string) => (text: string) =>
  `${lines(text).map(wrapLine).join('\n')}\n`;

const second = (index: number): string => `2026-06-14T11:57:${String(index % 60).padStart(2, '0')}`;

/** Every wrapping in which a log is often pasted. To add one: a row here. */
export const WRAPPINGS: readonly Wrapping[] = [
  {
    name: 'out of a CRI file',
    wrap: each((line, index) => `${second(index)}.269085123Z stderr F ${line}`),
    verbatim: true,
  },
  {
    name: 'out of a CRI file with lines in parts',
    wrap: each((line, index) => {
      const stamp = `${second(index)}.269085123Z stderr`;
      const parts = line.match(/.{1,60}/gsu) ?? [''];
      return parts.map((part, at) => `${stamp} ${at < parts.length - 1 ? 'P' : 'F'} ${part}`).join('\n');
    }),
  },
  {
    name: "out of Docker's json-file",
    wrap: each((line, index) =>
      JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: `${second(index)}.269085123Z` }).replaceAll(
        /[<>&]/gu,
        (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
      ),
    ),
  },
  {
    name: 'from kubectl logs --prefix --timestamps',
    wrap: each((line, index) => `[pod/kube-apiserver-m1/kube-apiserver] ${second(index)}.269085123Z ${line}`),
    verbatim: true,
  },
  {
    name: 'from docker compose on a terminal, with colours',
    wrap: each((line) => `\u001b[36mapiserver-1  | \u001b[0m${line}`),
    verbatim: true,
  },
  { name: 'quoted in a reply', wrap: each((line) => `> ${line}`), verbatim: true },
  { name: 'quoted twice', wrap: each((line) => `> > ${line}`), verbatim: true },
  {
    name: 'in a fence of Markdown',
    wrap: (text) => `this is what I see:\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`,
    verbatim: true,
  },
  {
    name: 'from journalctl',
    wrap: each(
      (line, index) => `Jun 14 11:57:${String(index % 60).padStart(2, '0')} m1 kube-apiserver[4711]: ${line}`,
    ),
    verbatim: true,
  },
  {
    name: 'from journalctl -o json',
    wrap: each((line, index) =>
      JSON.stringify({
        __REALTIME_TIMESTAMP: String(1_781_438_221_000_000 + index),
        _HOSTNAME: 'm1',
        _PID: '4711',
        SYSLOG_IDENTIFIER: 'kube-apiserver',
        PRIORITY: '6',
        MESSAGE: line,
      }),
    ),
  },
  { name: 'with line ends of Windows', wrap: (text) => `${lines(text).join('\r\n')}\r\n` },
  {
    name: 'out of a page, with entities',
    wrap: (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;') + '\n',
  },
  { name: 'cut at its tail', wrap: (text) => text.trimEnd() + '\n...\n' },
];
