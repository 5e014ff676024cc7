import type { LogFormatId, Severity } from '../log/index.ts';
import { type Bilingual, type Language, drawable } from '../text/index.ts';
import type { Hit } from './hits.ts';
import type { LineKind } from './read-line.ts';
import type { Verdict } from './pack.ts';
import type { Pattern } from './pattern.ts';
import type { Match } from './rank.ts';
import { SIMILAR_AT_BEST } from './similar.ts';
import type { StackPattern } from './stacks/stack-pattern.ts';

/** The verdicts, as shown beside a line. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Bilingual>> = {
  cause: { en: 'cause', zh: '原因' },
  consequence: { en: 'consequence', zh: '后果' },
  noise: { en: 'noise', zh: '噪声' },
  info: { en: 'info', zh: '信息' },
  unknown: { en: 'unknown', zh: '未知' },
};

/** Names of formats that are the same in both languages. */
const named = (name: string): Bilingual => ({ en: name, zh: name });

/** A log's format, as shown. */
const FORMAT_WORDS: Readonly<Record<LogFormatId, Bilingual>> = {
  klog: { en: 'klog text', zh: 'klog 文本' },
  'klog-json': named('klog JSON'),
  zap: named('zap JSON'),
  'zap-console': { en: 'zap console', zh: 'zap 控制台' },
  capnslog: named('capnslog'),
  logrus: { en: 'logrus text', zh: 'logrus 文本' },
  'logrus-tty': { en: 'logrus on a terminal', zh: 'logrus 终端' },
  'logrus-json': named('logrus JSON'),
  slog: { en: 'slog text', zh: 'slog 文本' },
  'slog-json': named('slog JSON'),
  logfmt: named('logfmt'),
  'go-log': { en: 'Go log', zh: 'Go log' },
  coredns: named('CoreDNS'),
  json: named('JSON'),
  'journald-json': named('journald JSON'),
  bunyan: named('Bunyan'),
  pino: named('pino'),
  winston: named('winston'),
  syslog: named('syslog'),
  nginx: named('nginx'),
  apache: named('Apache'),
  cups: { en: 'CUPS error log', zh: 'CUPS 错误日志' },
  'access-log': { en: 'access log', zh: '访问日志' },
  haproxy: named('HAProxy'),
  java: { en: 'Java log', zh: 'Java 日志' },
  'spring-boot': named('Spring Boot'),
  'java-util-logging': named('java.util.logging'),
  python: { en: 'Python log', zh: 'Python 日志' },
  gunicorn: named('gunicorn'),
  rust: { en: 'Rust log', zh: 'Rust 日志' },
  postgresql: named('PostgreSQL'),
  mysql: named('MySQL'),
  redis: named('Redis'),
  'level-first': { en: 'level and message', zh: '级别加消息' },
  timestamped: { en: 'time and message', zh: '时间加消息' },
};

/** What a line was read as. */
export const KIND_WORDS: Readonly<Record<LineKind, Bilingual>> = {
  ...FORMAT_WORDS,
  'go-stack': { en: 'Go stack', zh: 'Go 调用栈' },
  stack: { en: 'stack', zh: '调用栈' },
  apiservice: { en: 'APIService table', zh: 'APIService 表格' },
  process: { en: 'process command line', zh: '进程命令行' },
  session: { en: 'terminal session', zh: '终端会话' },
  gap: { en: 'lines left out', zh: '略去的行' },
  wrapper: { en: 'around the log', zh: '日志外层' },
  blank: { en: 'blank', zh: '空行' },
  plain: { en: 'plain text', zh: '普通文本' },
};

const SEVERITY_WORDS: Readonly<Record<Severity, Bilingual>> = {
  fatal: { en: 'fatal', zh: '致命' },
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '信息' },
  debug: { en: 'debug', zh: '调试' },
  trace: { en: 'trace', zh: '跟踪' },
};

/** Why the runbook was chosen, in sentences: the line, what it says, and what that means. */
export function reasonWords(match: Match, language: Language): string[] {
  const sentences = [foundWords(match.best, language)];
  const { tail } = match.best;
  if (tail) sentences.push(tail.tail.why[language]);
  else sentences.push(match.best.compiled.signature.why[language]);
  if (match.best.tailMissing) sentences.push(TAIL_MISSING_WORDS[language]);
  const others = new Set(match.hits.filter((hit) => hit !== match.best).map(({ line }) => line));
  others.delete(match.best.line);
  if (others.size > 0) sentences.push(otherLineWords(others.size)[language]);
  if (match.versionFits === false) sentences.push(VERSION_WORDS[language]);
  if (match.under) sentences.push(underWords(match.under.id)[language]);
  if (match.question) sentences.push(questionWords(match.question.other.id, match.question.words)[language]);
  return sentences;
}

const TAIL_MISSING_WORDS: Bilingual = {
  en: 'How this line ends is not known to the runbook; its first step asks.',
  zh: '手册不认识这一行的结尾；第一步会先分辨它。',
};

const VERSION_WORDS: Bilingual = {
  en: 'The source lines in the paste belong to releases that this runbook does not apply to.',
  zh: '粘贴内容里的源码行号所属的版本不在本手册的适用范围内。',
};

const otherLineWords = (count: number): Bilingual => ({
  en: count === 1 ? 'One more line fits.' : `${count} more lines fit.`,
  zh: `另有 ${count} 行相符。`,
});

const underWords = (cause: string): Bilingual => ({
  en: `It follows from ${cause}, whose cause is in the paste as well.`,
  zh: `它是 ${cause} 的后果，而那个原因也出现在粘贴内容里。`,
});

const questionWords = (other: string, { en, zh }: Bilingual): Bilingual => ({
  en: `To tell it from ${other}: ${en}`,
  zh: `与 ${other} 的区别：${zh}`,
});

function foundWords(hit: Hit, language: Language): string {
  if (hit.stack) return stackWords(hit, hit.stack)[language];
  if (hit.similarity !== undefined) {
    const share = Math.round((hit.similarity / SIMILAR_AT_BEST) * 100);
    const wording = literalWords(hit.head);
    return language === 'en'
      ? `Line ${hit.line} is similar to \`${wording}\`, not exact: ${share} % of its words are there. If it is that:`
      : `第 ${hit.line} 行与 \`${wording}\` 相似，并不完全相同：其中 ${share} % 的词出现了。如果确实是它：`;
  }
  const level = hit.level && SEVERITY_WORDS[hit.level][language];
  if (hit.fact) {
    const value = drawable(hit.fact.value);
    return language === 'en'
      ? `Line ${hit.line} was read as: ${hit.fact.kind} \`${value}\`.`
      : `第 ${hit.line} 行被识别为：${hit.fact.kind} \`${value}\`。`;
  }
  const head = literalWords(hit.head);
  const end = hit.tail && literalWords(hit.tail.pattern);
  if (language === 'en') {
    return `Line ${hit.line}${level ? ` (${level})` : ''} says \`${head}\`${end ? ` and ends in \`${end}\`` : ''}.`;
  }
  return `第 ${hit.line} 行${level ? `（${level}）` : ''}写着 \`${head}\`${end ? `，结尾是 \`${end}\`` : ''}。`;
}

/** The calls are the author's own words, not the paste's. */
function stackWords({ line, similarity }: Hit, { keys }: StackPattern): Bilingual {
  const calls = keys.map(({ source }) => `\`${source}\``);
  if (similarity === undefined) {
    return {
      en: `From line ${line} on the stack runs through ${calls.join(', ')}.`,
      zh: `第 ${line} 行起的调用栈依次经过 ${calls.join('、')}。`,
    };
  }
  const share = Math.round((similarity / SIMILAR_AT_BEST) * 100);
  return {
    en: `The stack from line ${line} on is similar to ${calls.join(', ')}, not exact: ${share} % of their weight are there. If it is that:`,
    zh: `第 ${line} 行起的调用栈与 ${calls.join('、')} 相似，并不完全相同：按权重算有 ${share} % 出现了。如果确实是它：`,
  };
}

/** A pattern with its holes as `…`. */
const literalWords = (pattern: Pattern | undefined): string =>
  (pattern?.tokens ?? []).map((token) => (token.kind === 'literal' ? token.text : '…')).join('');
