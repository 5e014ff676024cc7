import { type Bilingual, type Language, drawable } from '../text/index.ts';
import type { FlagFinding, FlagFindingKind, FlagSeverity } from './finding.ts';

export const SEVERITY_WORDS: Readonly<Record<FlagSeverity, Bilingual>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  note: { en: 'note', zh: '提示' },
};

type Facts = Readonly<Record<string, string>>;

/** A finding in a sentence or two: what is, and what to do. Pieces of the paste stand in backquotes. */
export function findingWords({ kind, facts, severity }: FlagFinding, language: Language): string {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, drawable(value).replaceAll('`', "'").slice(0, 400)]),
  );
  const said = WORDS[kind](shown, severity);
  return said[language];
}

const both = (en: string, zh: string): Bilingual => ({ en, zh });

/** `From 1.10 on: ` if the release is not known: the sentence then holds for some only. */
const some = ({ since }: Facts, severity: FlagSeverity): Bilingual =>
  severity !== 'error' && since ? both(`From ${since} on: `, `从 ${since} 起：`) : both('', '');

/** What a value of a pflag type looks like. */
function typeWords(type: string): Bilingual {
  switch (type) {
    case 'bool':
    case 'version':
      return both('`true` or `false`', ' `true` 或 `false`');
    case 'duration':
      return both('a duration such as `30s`', '时长，例如 `30s`');
    case 'mapStringBool':
      return both('`Name=true,Other=false`', ' `Name=true,Other=false`');
    default:
      return both('a number', '数字');
  }
}

const WORDS: Readonly<Record<FlagFindingKind, (facts: Facts, severity: FlagSeverity) => Bilingual>> = {
  standalone: (facts, severity) => {
    const { releases, given, fix, complete } = facts;
    const seen =
      complete === 'false' ? both('As far as the paste shows: ', '就粘贴内容所见：') : both('', '');
    const where =
      severity === 'warning' && complete === 'true'
        ? both(` in ${releases}`, `（${releases}）`)
        : both('', '');
    const old = releases?.startsWith('≤1.7');
    const why =
      given === 'kubeconfig' && old
        ? both(
            ' Up to 1.7 `--kubeconfig` alone only lends its credentials.',
            '1.7 及以前，单独的 `--kubeconfig` 只提供凭据。',
          )
        : given === 'bootstrap'
          ? both(
              ' `--bootstrap-kubeconfig` alone counts for nothing.',
              '单独的 `--bootstrap-kubeconfig` 不起作用。',
            )
          : both('', '');
    const remedy = !fix
      ? both('', '')
      : old
        ? both(` Add \`${fix}\`.`, `请加上 \`${fix}\`。`)
        : both(` Add \`${fix}\` with the path that this node has.`, `请加上 \`${fix}\`，路径以本节点为准。`);
    return both(
      `${seen.en}Standalone${where.en}: this kubelet has no API server and never registers its node.${why.en}${remedy.en}`,
      `${seen.zh}独立模式${where.zh}：这个 kubelet 没有 API server，永远不会注册节点。${why.zh}${remedy.zh}`,
    );
  },
  'no-client': ({ flag }) =>
    both(
      `\`${flag}\` asks the API server about tokens or rights, and there is none: the kubelet exits with \`no client provided, cannot use webhook …\`.`,
      `\`${flag}\` 要求由 API server 校验令牌或权限，而它没有 API server：kubelet 会退出，并提示 \`no client provided, cannot use webhook …\`。`,
    ),
  'removed-flag': (facts, severity) => {
    const { flag, since, use } = facts;
    const from = some(facts, severity);
    return both(
      `${from.en}\`${flag}\` is gone${severity === 'error' ? ` since ${since}` : ''}: the program exits with \`unknown flag\`. ${use ? `Use \`${use}\`.` : 'Remove it.'}`,
      `${from.zh}\`${flag}\` ${severity === 'error' ? `自 ${since} 起` : ''}已移除：程序会以 \`unknown flag\` 退出。${use ? `请改用 \`${use}\`。` : '请删掉。'}`,
    );
  },
  'not-yet-flag': ({ flag, since }) =>
    both(
      `\`${flag}\` exists only from ${since} on: this release exits with \`unknown flag\`. Remove it, or check the version.`,
      `\`${flag}\` 从 ${since} 起才有：这个版本会以 \`unknown flag\` 退出。请删掉，或核对版本。`,
    ),
  'refused-value': (facts, severity) => {
    const { flag, value, takes, since } = facts;
    const from = some(facts, severity);
    return both(
      `${from.en}\`${flag}\` does not take \`${value}\`${severity === 'error' ? ` any more since ${since}` : ''}. ${takes ? `Only \`${takes}\` is left.` : 'Remove it.'}`,
      `${from.zh}\`${flag}\` ${severity === 'error' ? `自 ${since} 起` : ''}不再接受 \`${value}\`。${takes ? `只剩 \`${takes}\` 可用。` : '请删掉。'}`,
    );
  },
  'bad-value': ({ flag, value, type = '', missing }) =>
    missing === 'missing'
      ? both(
          `Expected a value after \`${flag}\`, found the end of the line.`,
          `\`${flag}\` 后面应有一个值，却到了行尾。`,
        )
      : both(
          `Expected ${typeWords(type).en} after \`${flag}\`, found \`${value}\`: the program exits.`,
          `\`${flag}\` 后面应是${typeWords(type).zh}，却是 \`${value}\`：程序会退出。`,
        ),
  'swallowed-flag': ({ flag, value }) =>
    both(
      `\`${flag}\` has no value of its own, so it takes \`${value}\` for it. Write \`${flag}=…\`.`,
      `\`${flag}\` 没有自己的值，于是把 \`${value}\` 当成了值。请写成 \`${flag}=…\`。`,
    ),
  'removed-gate': (facts, severity) => {
    const { gate, since } = facts;
    const from = some(facts, severity);
    return both(
      `${from.en}The feature gate \`${gate}\` is gone${severity === 'error' ? ` since ${since}` : ''}: the program exits with \`unrecognized feature gate\`. Remove it from the list.`,
      `${from.zh}功能开关 \`${gate}\` ${severity === 'error' ? `自 ${since} 起` : ''}已移除：程序会以 \`unrecognized feature gate\` 退出。请从列表中删掉。`,
    );
  },
  'missing-flag': ({ flag, component, since }, severity) =>
    severity === 'note'
      ? both(
          `\`${flag}\` is called for since ${since}, but has a default.`,
          `自 ${since} 起要求 \`${flag}\`，但它有默认值。`,
        )
      : both(
          `${component} does not start without \`${flag}\`${since === '1.4' ? '' : ` since ${since}`}.`,
          `${since === '1.4' ? '' : `自 ${since} 起，`}缺少 \`${flag}\`，${component} 不会启动。`,
        ),
  'no-common-release': ({ flags, from, to }) =>
    both(
      `No release takes all of \`${flags}\`: one came in ${from}, another was gone after ${to}.`,
      `没有哪个版本同时接受 \`${flags}\`：有的从 ${from} 才有，有的 ${to} 之后就没了。`,
    ),
  'stray-word': ({ word, flag, component }) =>
    flag
      ? both(
          `\`${flag}\` takes no separate value, so \`${word}\` stands alone, and ${component} exits. Write \`${flag}=${word}\`.`,
          `\`${flag}\` 不接受单独的值，\`${word}\` 成了独立参数，${component} 会退出。请写成 \`${flag}=${word}\`。`,
        )
      : both(
          `\`${word}\` belongs to no flag: ${component} takes flags only, and exits.`,
          `\`${word}\` 不属于任何 flag：${component} 只接受 flag，会退出。`,
        ),
  'single-dash': ({ flag, letter, use }) =>
    both(
      `\`${flag}\` has one dash, so it is read as one-letter flags, the first \`-${letter}\`: the program exits. Write \`${use}\`.`,
      `\`${flag}\` 只有一个短横线，会按单字母 flag 逐个读，第一个是 \`-${letter}\`：程序会退出。请写成 \`${use}\`。`,
    ),
  underscore: ({ flag, use, since }, severity) =>
    severity === 'error'
      ? both(
          `Only the kubelet reads \`_\` as \`-\`: \`${flag}\` is unknown here. Write \`${use}\`.`,
          `只有 kubelet 把 \`_\` 当作 \`-\`：这里不认识 \`${flag}\`。请写成 \`${use}\`。`,
        )
      : both(
          `From ${since} on at the latest, only the kubelet reads \`_\` as \`-\`. Write \`${use}\`.`,
          `最迟从 ${since} 起，只有 kubelet 把 \`_\` 当作 \`-\`。请写成 \`${use}\`。`,
        ),
  'empty-argument': ({ component }, severity) =>
    severity === 'error'
      ? both(
          'An empty argument: the kubelet exits with `unknown command`. Remove it.',
          '有一个空参数：kubelet 会以 `unknown command` 退出。请删掉。',
        )
      : both(`An empty argument: ${component} ignores it.`, `有一个空参数：${component} 会忽略它。`),
  'plugin-on-and-off': ({ plugins }) =>
    both(
      `\`${plugins}\` stands in both lists of admission plugins: the server exits. Decide for one.`,
      `\`${plugins}\` 同时出现在启用和禁用的准入插件列表里：服务器会退出。请只留一处。`,
    ),
  'register-node-off': () =>
    both(
      'With `--register-node=false` the kubelet leaves its Node to others. If nobody creates it, the node never appears.',
      '带了 `--register-node=false`，kubelet 把创建 Node 的事留给别人。没人创建，节点就不会出现。',
    ),
  'hidden-severities': ({ hidden = '', shown, file }) =>
    both(
      `${shown ? `Only ${shown.replaceAll(' ', ' and ')} reach the terminal` : 'Nothing reaches the terminal'}; ${hidden.replaceAll(' ', ' and ')} lines are in the files only${file ? `, all of them in \`${file}\`` : ''}. Set \`--logtostderr=true\`.`,
      `${shown ? `只有 ${shown.replaceAll(' ', ' 和 ')} 会到终端` : '没有任何行会到终端'}；${hidden.replaceAll(' ', '、')} 级的行只在文件里${file ? `，全部都在 \`${file}\`` : ''}。请设 \`--logtostderr=true\`。`,
    ),
  'differing-duplicate': ({ flag, value, count }) =>
    both(
      `\`${flag}\` is given ${count} times with different values: the last, \`${value}\`, counts.`,
      `\`${flag}\` 给了 ${count} 次，值不同：以最后的 \`${value}\` 为准。`,
    ),
  'same-duplicate': ({ flag, count }) =>
    both(
      `\`${flag}\` is given ${count} times with the same value.`,
      `\`${flag}\` 给了 ${count} 次，值相同。`,
    ),
  'ignored-beside': ({ flag, beside }) =>
    both(
      `\`${flag}\` is ignored beside \`${beside}\`: the server of the kubeconfig counts.`,
      `有了 \`${beside}\`，\`${flag}\` 不起作用：以 kubeconfig 里的 server 为准。`,
    ),
  'inert-flag': ({ flag, since }) =>
    both(`\`${flag}\` has no effect since ${since}.`, `\`${flag}\` 自 ${since} 起不起作用。`),
  'ignored-log-flags': ({ flag }) =>
    both(
      `\`${flag}\` changes nothing beside the other logging flags.`,
      `有其他日志参数在，\`${flag}\` 不起作用。`,
    ),
  'flag-over-config': ({ flag, own, field, value }, severity) =>
    severity === 'warning'
      ? both(
          `\`${flag}=${own}\` wins over \`${field}: ${value}\` of the config file.`,
          `\`${flag}=${own}\` 优先于配置文件里的 \`${field}: ${value}\`。`,
        )
      : both(
          `\`${flag}\` repeats \`${field}\` of the config file.`,
          `\`${flag}\` 与配置文件里的 \`${field}\` 重复。`,
        ),
  'deprecated-flag': ({ flag, since, use, text }) =>
    both(
      `\`${flag}\` is deprecated${since ? ` since ${since}` : text ? `, as 1.20.2 says: ${text}` : ''}${use ? `; use \`${use}\`` : ''}. It still works.`.replace(
        '..',
        '.',
      ),
      `\`${flag}\` ${since ? `自 ${since} 起` : ''}已废弃${text ? `，1.20.2 的提示是：${text}` : ''}${use ? `，请改用 \`${use}\`` : ''}，目前仍有效。`,
    ),
  'config-file-flags': ({ flags, count, since }) =>
    both(
      `${count === '1' ? 'One flag belongs' : `${count} flags belong`} into the file of \`--config\` since ${since}, though it still works here: \`${flags}\``,
      `${count} 个参数自 ${since} 起应写进 \`--config\` 指向的文件，目前仍有效：\`${flags}\``,
    ),
  'unknown-flag': ({ flag, nearest, component }, severity) => {
    const hint = nearest ? both(` Did you mean \`${nearest}\`?`, `是不是 \`${nearest}\`？`) : both('', '');
    return severity === 'error'
      ? both(
          `${component} 1.20 has no flag \`${flag}\`: it exits.${hint.en}`,
          `${component} 1.20 没有 \`${flag}\` 这个参数，会退出。${hint.zh}`,
        )
      : both(
          `\`${flag}\` is in none of the tables here, which is no proof: ask \`${component} --help\`.${hint.en}`,
          `这里的表里没有 \`${flag}\`，但这不算证据：请看 \`${component} --help\`。${hint.zh}`,
        );
  },
};
