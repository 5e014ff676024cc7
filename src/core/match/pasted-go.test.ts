import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../tests/support/tell-stacks.ts';
import type { Goroutine } from '../stack/index.ts';
import { createStackFeed } from './stack-feed.ts';

type Change = (text: string) => string;

const SAMPLES = [
  'panic-chain-go1.27',
  'panic-nil-go1.24',
  'panic-nil-system-go1.27',
  'panic-same-go1.27',
  'signal-segv-go1.15',
  'fatal-map-go1.22',
  'stack-all-go1.27',
  'stack-waits-go1.19',
  'http-go1.19',
  'test-timeout-go1.27',
].map((name) => readFileSync(new URL(`../stack/samples/shapes/${name}.txt`, import.meta.url), 'utf8'));

/** All goroutines of a paste, the frames and the creator of each. */
function framesOf(text: string): string[] {
  const feed = createStackFeed();
  const parts = [feed.push(text), feed.end()].flatMap((fed) => fed.parts);
  // Parts of two stacks may come in turns.
  return parts.toSorted((a, b) => a.stack - b.stack).flatMap(({ goroutines }) => goroutines.flatMap(told));
}

const told = ({ id, state, frames, createdBy }: Goroutine): string[] => [
  `${id} [${state}]`,
  ...[...frames, ...(createdBy ? [createdBy] : [])].map((frame) => `  ${frame.symbol.raw}${placeOf(frame)}`),
];

const each =
  (change: (line: string, index: number) => string): Change =>
  (text) =>
    text.split('\n').map(change).join('\n');
const behind = (start: string): Change => each((line) => start + line);
const numbered = (width: number, behindNumber: string): Change =>
  each((line, index) => `${String(index + 1).padStart(width)}${behindNumber}${line}`);
/** The inside of a string of JSON, Go, YAML. */
const escaped: Change = (text) => JSON.stringify(text).slice(1, -1);
const quoted: Change = (text) => JSON.stringify(text);
const narrow: Change = (text) => text.replaceAll('\t', '        ');
const apostrophes: Change = (text) => escaped(text).replaceAll('\\"', '"').replaceAll("'", "\\'");

const KLOG = 'E1121 08:54:12.041710    1492 runtime.go:78] ';
const STAMP = '2026-11-21T08:18:33';

/** What a tool, a chat or a person makes of a crash on its way into a paste. */
const SHAPES: Readonly<Record<string, Change>> = {
  'on a phone, without indentation': each((line) => line.trimStart()),
  'in a chat that makes blanks of TABs that do not break': (text) =>
    text.replaceAll('\t', '\u00a0\u00a0\u00a0\u00a0'),
  'in a chat with a mark without width in front of each line': behind('\u200b'),
  'behind a byte order mark': (text) => `\ufeff${text}`,
  'with one blank for a TAB': (text) => text.replaceAll('\t', ' '),
  'with the offsets cut off': (text) => text.replace(/ \+0x[0-9a-f]+/g, ''),
  'with the arguments left out': (text) => text.replace(/^(\S+)\([^\n]*\)$/gm, '$1(...)'),
  'with three dots as one character': (text) => text.replaceAll('...', '…'),
  'typed with full-width colons and brackets': (text) =>
    text.replaceAll(':', '：').replaceAll('[', '【').replaceAll(']', '】'),
  'with blanks up to the width of a terminal': each((line) => line.padEnd(120)),
  'cut into rows of 80 characters': each((line) => narrow(line).replace(/(.{80})(?=.)/g, '$1\n')),
  'with an empty line behind each line': (text) => text.replaceAll('\n', '\n\n'),
  'with each place on the line of its call': (text) => text.replace(/\n\t/g, ' '),
  'with the line ends of an old Mac': (text) => text.replaceAll('\n', '\r'),
  'with line separators of Unicode': (text) => text.replaceAll('\n', '\u2028'),
  'in the message of a JSON log': (text) => `{"log_id":7,"message":"${escaped(text)}"}`,
  'in a field of Cloud Logging': (text) =>
    `{"severity":"ERROR","time":"${STAMP}Z","textPayload":"${escaped(text)}"}`,
  'in the stacktrace of zap': (text) =>
    `{"level":"error","ts":1763712000.1,"caller":"a/b.go:7","msg":"x","stacktrace":"${escaped(text)}"}`,
  'in the error of slog': (text) =>
    `{"time":"${STAMP}Z","level":"ERROR","msg":"panic","err":"${escaped(text)}"}`,
  'in a JSON object over several lines': (text) =>
    `{\n  "level": "error",\n  "message": "${escaped(text)}",\n  "n": 1\n}`,
  'as a list of JSON strings': (text) => JSON.stringify(text.split('\n'), null, 2),
  'in JSON inside of JSON': (text) => quoted(JSON.stringify({ message: text })),
  'in JSON in a field of JSON': (text) => JSON.stringify({ event: JSON.stringify({ message: text }) }),
  'in the result of Ansible': (text) =>
    `fatal: [node1]: FAILED! => {"changed": false, "stderr": "${escaped(text)}"}`,
  'in a list of lines of Ansible': (text) =>
    `    "stderr_lines": ${JSON.stringify(text.split('\n'), null, 4)}`,
  'with its newlines written out': (text) => text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'),
  "in a shell's $'…'": (text) => `echo $'${apostrophes(text)}'`,
  'as bytes of Python': (text) => `stderr=b'${apostrophes(text)}'`,
  'printed by Go with %q': (text) => `panicked: ${quoted(text)}`,
  'in a value of klog': (text) => `${KLOG}"Observed a panic" panic="boom" stacktrace=${quoted(text)}`,
  'in a value of logfmt': (text) => `time="${STAMP}Z" level=error msg="boom" stack=${quoted(text)}`,
  'in a string of YAML': (text) => `  - message: ${quoted(text)}`,
  'in a block of YAML': (text) => `            message: |\n${behind('              ')(text)}`,
  'in the cell of a table, with <br>': (text) =>
    `| what | stack |\n|---|---|\n| crash | ${text.replaceAll('\n', '<br>')} |`,
  'in the cell of a table, each line as code': (text) =>
    `| crash | \`${text.trimEnd().replaceAll('\n', '`<br/>`')}\` |`,
  'with each line as code': each((line) => (line === '' ? line : `\`${line}\``)),
  'in rows of a table': each((line) => `| ${line} |`),
  'in a box': each((line) => `│ ${line.padEnd(100)} │`),
  'in the point of a list': (text) => behind('  ')(text).replace(/^ {2}/, '- '),
  'in <pre>': (text) => `<pre>${text}</pre>`,
  'in <pre><code>, escaped': (text) =>
    `<pre><code>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</code></pre>`,
  'in <details> and a fence': (text) =>
    `<details>\n<summary>log</summary>\n\n\`\`\`\n${text}\n\`\`\`\n\n</details>`,
  'in {code} of Jira': (text) => `{code:java}${text}{code}`,
  'behind a header of klog': (text) => `${KLOG}${text}`,
  'behind a header of klog on each line': behind(KLOG),
  'in the message that kubectl describe prints': (text) =>
    `    Last State:     Terminated\n      Reason:       Error\n      Message:      ${text.replaceAll('\n', '\n                    ')}\n      Exit Code:    2`,
  'out of journalctl -o json, as bytes': each((line) =>
    JSON.stringify({ _HOSTNAME: 'n', SYSLOG_IDENTIFIER: 'app', MESSAGE: [...Buffer.from(line)] }),
  ),
  'out of journalctl -o json, as bytes of all lines': (text) =>
    JSON.stringify({ _HOSTNAME: 'n', SYSLOG_IDENTIFIER: 'app', MESSAGE: [...Buffer.from(text)] }),
  'out of journalctl -o verbose': each(
    (line) => `Sat 2026-11-21 08:18:33.000001 UTC [s=abc;i=1]\n    MESSAGE=${line}`,
  ),
  "out of Fluent Bit's stdout": each(
    (line, index) => `[${index}] app: [[1763712000.000000000, {}], {"stream"=>"stderr", "log"=>"${line}"}]`,
  ),
  'out of docker compose': behind('apiserver-1  | '),
  'out of docker compose, with times': behind(`apiserver-1  | ${STAMP}.966400123Z `),
  'with the paths of Windows': (text) => text.replace(/\t\//g, '\tC:/').replaceAll('\n', '\r\n'),
  'numbered by cat -n': numbered(6, '\t'),
  'numbered by cat -n, with blanks for TABs': (text) => narrow(numbered(6, '\t')(text)),
  'numbered by less -N': (text) => numbered(7, ' ')(narrow(text)),
  'numbered by bat': numbered(4, ' │ '),
  'numbered with colons': numbered(1, ': '),
  'numbered by grep -n': numbered(1, ':'),
  'added in a diff': (text) => `@@ -0,0 +1,9 @@\n${behind('+')(text)}`,
  'added in a diff, with a blank': behind('+ '),
  'removed in a diff': behind('-'),
  'in a comment of SQL': behind('-- '),
  'behind a bar of Terraform': behind('│ '),
  'copied from Slack, with who said it between goroutines': (text) =>
    text.replaceAll('\n\ngoroutine', '\n\nAnn  [9:41 AM]\ngoroutine'),
  'copied from a thread, with the time on all lines but the places': each((line) =>
    line.startsWith('\t/') ? line : `[9:41 AM] ${line}`,
  ),
  'said in WhatsApp': (text) => `[21.11.26, 09:41:12] Ann: ${text}`,
  'stamped by ts': behind('Nov 21 08:18:33 '),
  'stamped by BuildKit': behind('#12 3.456 '),
  'out of GitHub Actions': behind(`${STAMP}.1234567Z `),
  'out of gh run view': behind(`build\tRun tests\t${STAMP}.1234567Z `),
  'out of GitLab': behind(`${STAMP}.123456Z 01O `),
  'out of aws logs tail': behind(`${STAMP}.000000+00:00 stream/abc `),
  'out of Heroku': behind(`${STAMP}.123456+00:00 app[web.1]: `),
  'out of logcli': behind(`${STAMP}Z {app="api"} `),
  'out of skaffold': behind('[app] '),
  'out of Tilt': behind('     apiserver │ '),
  'out of PM2': behind('0|app      | '),
  'out of foreman': behind('08:18:33 web.1  | '),
  'out of k9s': behind('api-7f9c:app '),
};

/** These take a guess, or a reader of their own. */
const NOT_READ: Readonly<Record<string, Change>> = {
  'on one line, with blanks for newlines': (text) => text.replace(/\s*\n\s*/g, ' '),
  'in bold': each((line) => (line.trim() === '' ? line : `**${line.trim()}**`)),
  'with the marks of Markdown escaped': (text) => text.replace(/([*_[\]()])/g, '\\$1'),
  'with links for files': (text) => text.replace(/(\w+\.go):(\d+)/g, '[$1:$2](http://$1:$2)'),
  'in a list of Python': (text) =>
    `['${text
      .split('\n')
      .map((line) => apostrophes(line))
      .join("', '")}']`,
  'in a URL': encodeURIComponent,
  'in CSV': (text) => each((line) => `1763712000000,"${line.replaceAll('"', '""')}"`)(text),
  'out of journalctl -o json-pretty': each(
    (line) => `{\n\t"_PID" : "7",\n\t"MESSAGE" : ${JSON.stringify(line)}\n}`,
  ),
  'with the number of each line on a line of its own': each((line, index) => `${index + 1}\n${line}`),
  'in a string of YAML that is folded': (text) =>
    `message: "${escaped(text).replace(/(.{70,}?) /g, '$1\n  \\ ')}"`,
};

describe('a crash of Go has the same frames', () => {
  it.each(Object.entries(SHAPES))('%s', (_, change) => {
    for (const text of SAMPLES) {
      const whole = framesOf(text);
      expect(whole.length).toBeGreaterThan(1);
      const read = framesOf(change(text)).map((line) => line.replace(' C:/', ' /'));
      expect(read).toEqual(whole);
    }
  });
});

describe('a crash of Go is not read as it was', () => {
  it.each(Object.entries(NOT_READ))('%s', (_, change) => {
    expect(SAMPLES.map((text) => framesOf(change(text)))).not.toEqual(SAMPLES.map(framesOf));
  });
});
