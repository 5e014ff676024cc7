import type { KlogSeverity } from '../log/index.ts';
import type { Bilingual } from '../text/index.ts';
import type { LogOutput, Visibility } from './visibility.ts';

const NAMES: Readonly<Record<KlogSeverity, string>> = {
  info: 'INFO',
  warning: 'WARNING',
  error: 'ERROR',
  fatal: 'FATAL',
};

export const severityName = (severity: KlogSeverity): string => NAMES[severity];

const OUTPUTS: Readonly<Record<LogOutput['kind'], Bilingual>> = {
  stderr: { en: 'terminal, journal (stderr)', zh: '终端、journal（stderr）' },
  stdout: { en: 'terminal, journal (stdout)', zh: '终端、journal（stdout）' },
  file: { en: 'file', zh: '文件' },
};

/** What an output is: a stream, or a file by its name. */
export const outputWords = ({ kind, name }: LogOutput): Bilingual =>
  kind === 'file' ? { en: name, zh: name } : OUTPUTS[kind];

/** Where the lines go, in a sentence or two, with what to change if some are hidden. */
export function visibilityWords(visibility: Visibility): Bilingual {
  const { verdict, hidden, refused, json, outputs, directory } = visibility;
  switch (verdict) {
    case 'refused': {
      const flags = refused.map((name) => `--${name}`).join(' ');
      return {
        en: `The program does not start with \`${flags}\`: this release does not take it, or not with this value.`,
        zh: `带着 \`${flags}\` 程序不会启动：这个版本不接受它，或者不接受这个值。`,
      };
    }
    case 'all-on-stderr':
      return json
        ? {
            en: 'Every line reaches stderr, as JSON; the flags about files and thresholds count for nothing.',
            zh: '所有行都以 JSON 写到 stderr；关于文件和阈值的参数不起作用。',
          }
        : { en: 'Every line reaches the terminal.', zh: '所有行都会到终端。' };
    case 'all-on-streams':
      return outputs.length > 1
        ? { en: 'Errors go to stderr, everything else to stdout.', zh: '错误写到 stderr，其余写到 stdout。' }
        : {
            en: 'Every line reaches stdout, as JSON without its severity; stderr stays empty.',
            zh: '所有行都以 JSON 写到 stdout，不带级别；stderr 是空的。',
          };
    case 'hidden':
      return hiddenWords(hidden, outputs, directory);
  }
}

function hiddenWords(
  hidden: readonly KlogSeverity[],
  outputs: readonly LogOutput[],
  directory: string | undefined,
): Bilingual {
  const shown = outputs.find(({ kind }) => kind === 'stderr')?.takes ?? [];
  const all = outputs.find(({ kind, takes }) => kind === 'file' && takes.length === 4);
  const file = all && (directory ? `${directory}/${all.name}` : all.name);
  const names = (severities: readonly KlogSeverity[], and: string): string =>
    severities.map(severityName).join(and);
  const least = shown[0];
  const seen = {
    en: least ? `Only ${names(shown, ' and ')} reach the terminal` : 'Nothing reaches the terminal',
    zh: least ? `只有 ${names(shown, ' 和 ')} 会到终端` : '没有任何行会到终端',
  };
  const where = {
    en: file ? `; \`${file}\` has every line` : '; the rest is in files, each severity in its own',
    zh: file ? `；\`${file}\` 里有所有的行` : '；其余的在文件里，每个级别一个文件',
  };
  return {
    en: `${seen.en}. ${names(hidden, ' and ')} lines do not${where.en}. To see them: \`--logtostderr=true\`, \`--alsologtostderr\`, or \`--stderrthreshold=INFO\`.`,
    zh: `${seen.zh}。${names(hidden, '、')} 的行看不到${where.zh}。要看到它们：\`--logtostderr=true\`、\`--alsologtostderr\` 或 \`--stderrthreshold=INFO\`。`,
  };
}
