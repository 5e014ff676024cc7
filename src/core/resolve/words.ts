import { type Bilingual, type Language, type Problem, drawable } from '../text/index.ts';
import type { QueryOutcome } from './ask-names.ts';
import type { Behaviour } from './server-behaviour.ts';
import type { ConfigProblem } from './config-lines.ts';
import type { OrderReason } from './lookup-order.ts';
import type { ConfigFiles } from './simulate.ts';

/** The files by their paths: the same in both languages. */
export const FILE_PATHS: Readonly<Record<keyof ConfigFiles, string>> = {
  hosts: '/etc/hosts',
  resolvConf: '/etc/resolv.conf',
  nsswitch: '/etc/nsswitch.conf',
};

/** What a nameserver does, to choose from. */
export const BEHAVIOUR_WORDS: Readonly<Record<Behaviour, Bilingual>> = {
  silent: { en: 'silent: packets are dropped', zh: '不应答：报文被丢弃' },
  answers: { en: 'answers with an address', zh: '应答一个地址' },
  nxdomain: { en: 'answers NXDOMAIN: no such name', zh: '应答 NXDOMAIN：没有此域名' },
  nodata: { en: 'answers, but without an address', zh: '应答，但没有地址' },
  servfail: { en: 'answers SERVFAIL', zh: '应答 SERVFAIL' },
  refused: { en: 'answers REFUSED', zh: '应答 REFUSED' },
  closed: { en: 'connection refused: nothing listens', zh: '连接被拒绝：端口无监听' },
  'no-route': { en: 'no route to it', zh: '没有到它的路由' },
};

/** How a query ended. */
export const OUTCOME_WORDS: Readonly<Record<QueryOutcome, Bilingual>> = {
  timeout: { en: 'no answer', zh: '无应答' },
  cut: { en: 'cut off by the limit', zh: '被时限中断' },
  answers: { en: 'address', zh: '得到地址' },
  nxdomain: { en: 'NXDOMAIN', zh: 'NXDOMAIN' },
  nodata: { en: 'no address of this type', zh: '没有此类型的地址' },
  servfail: { en: 'SERVFAIL', zh: 'SERVFAIL' },
  refused: { en: 'REFUSED', zh: 'REFUSED' },
  closed: { en: 'connection refused', zh: '连接被拒绝' },
  'no-route': { en: 'network is unreachable', zh: '网络不可达' },
};

/** Why Go asks in this order, in a sentence. */
export function reasonWords(reason: OrderReason, found: string | undefined, language: Language): string {
  return REASONS[reason](`\`${drawable(found ?? '').slice(0, 60)}\``)[language];
}

const REASONS: Readonly<Record<OrderReason, (found: string) => Bilingual>> = {
  'no-hosts-line': () => ({
    en: 'nsswitch.conf is missing or has no `hosts:` line: Go up to 1.15 then asks DNS first, Go 1.16 and later files first.',
    zh: 'nsswitch.conf 不存在或没有 `hosts:` 行：Go 1.15 及以前先问 DNS，Go 1.16 起先查文件。',
  }),
  nsswitch: () => ({
    en: 'The `hosts:` line of nsswitch.conf says so.',
    zh: '由 nsswitch.conf 的 `hosts:` 行决定。',
  }),
  'unknown-source-is-dns': (found) => ({
    en: `The \`hosts:\` line has no \`dns\`; Go 1.21 and later takes ${found} for it.`,
    zh: `\`hosts:\` 行没有 \`dns\`；Go 1.21 起把 ${found} 当作它。`,
  }),
  'criteria-ignored': (found) => ({
    en: `The brackets behind ${found} are passed over: there is no C library that could follow them (Go 1.21 and later).`,
    zh: `${found} 后面方括号里的条件被忽略：没有可以执行它的 C 库（Go 1.21 起）。`,
  }),
  'nsswitch-broken': () => ({
    en: 'nsswitch.conf has a line that Go cannot read; it then gives the whole file up.',
    zh: 'nsswitch.conf 有一行 Go 读不懂，于是整个文件作废。',
  }),
  'cgo-asked-for': () => ({
    en: '`GODEBUG=netdns=cgo` asks for the C library; a static program has none and falls back to files, then DNS.',
    zh: '`GODEBUG=netdns=cgo` 要求使用 C 库；静态程序没有 C 库，退回先文件后 DNS。',
  }),
  environment: () => ({
    en: '`LOCALDOMAIN`, `RES_OPTIONS` or `HOSTALIASES` is set, which only the C library follows.',
    zh: '设置了 `LOCALDOMAIN`、`RES_OPTIONS` 或 `HOSTALIASES`，只有 C 库会遵循。',
  }),
  'resolv-unknown': (found) => ({
    en: `resolv.conf has ${found}, which this Go does not know; it then leaves the order alone and takes its fallback.`,
    zh: `resolv.conf 里的 ${found} 这个版本的 Go 不认识，于是不看 nsswitch.conf，直接用退路。`,
  }),
  'strange-name': () => ({
    en: 'The name has a `\\` or `%`.',
    zh: '名字里有 `\\` 或 `%`。',
  }),
  'local-name': () => ({
    en: 'Names below `.local` belong to multicast DNS, which Go does not speak.',
    zh: '`.local` 下的名字属于组播 DNS，Go 不支持。',
  }),
  criteria: (found) => ({
    en: `The brackets behind ${found} in nsswitch.conf say something that Go does not do by itself.`,
    zh: `nsswitch.conf 中 ${found} 后面的方括号条件，Go 自己不执行。`,
  }),
  'unknown-source': (found) => ({
    en: `The \`hosts:\` line of nsswitch.conf has ${found}, which Go does not know.`,
    zh: `nsswitch.conf 的 \`hosts:\` 行里有 Go 不认识的 ${found}。`,
  }),
  myhostname: () => ({
    en: 'nsswitch.conf has `myhostname`, and this is a name that the module answers for.',
    zh: 'nsswitch.conf 里有 `myhostname`，而这个名字归该模块回答。',
  }),
};

/** What is wrong with a line, in a sentence that says what was found and what Go makes of it. */
export function configProblemWords(problem: Problem<ConfigProblem>, language: Language): string {
  const found = `\`${drawable(String(problem.facts?.['found'] ?? '')).slice(0, 60)}\``;
  return PROBLEMS[problem.code](found, String(problem.facts?.['value'] ?? ''))[language];
}

const PROBLEMS: Readonly<Record<ConfigProblem, (found: string, value: string) => Bilingual>> = {
  'unknown-keyword': (found) => ({
    en: `expected \`nameserver\`, \`search\`, \`domain\` or \`options\`, found ${found}`,
    zh: `应为 \`nameserver\`、\`search\`、\`domain\` 或 \`options\`，却是 ${found}`,
  }),
  'unknown-option': (found) => ({
    en: `expected an option that this Go knows, found ${found}`,
    zh: `应为这个版本的 Go 认识的选项，却是 ${found}`,
  }),
  'missing-value': (found) => ({
    en: `expected a value after ${found}, found the end of the line`,
    zh: `${found} 后面应有值，却到了行尾`,
  }),
  'not-an-address': (found) => ({
    en: `expected an IP address, found ${found}; the line is not used`,
    zh: `应为 IP 地址，却是 ${found}；这一行不起作用`,
  }),
  'server-not-read': (found) => ({
    en: `expected at most 3 nameservers, found ${found} behind them; it is never asked`,
    zh: `nameserver 最多 3 个，${found} 排在其后，不会被询问`,
  }),
  'not-a-number': (found, value) => ({
    en: `expected a number after the colon, found ${found}; Go takes ${value}`,
    zh: `冒号后面应为数字，却是 ${found}；Go 取 ${value}`,
  }),
  'out-of-range': (found, value) => ({
    en: `${found} is out of range; Go takes ${value}`,
    zh: `${found} 超出范围；Go 取 ${value}`,
  }),
  'search-replaced': (found) => ({
    en: `this ${found} replaces the search list of the lines before it`,
    zh: `这个 ${found} 取代前面各行的搜索列表`,
  }),
  'no-colon': (found) => ({
    en: `expected a colon after the name of the database, found ${found}; Go gives the whole file up`,
    zh: `数据库名后面应有冒号，却是 ${found}；Go 放弃整个文件`,
  }),
  'open-bracket': (found) => ({
    en: `expected \`]\`, found the end of the line after ${found}; Go gives the whole file up`,
    zh: `应有 \`]\`，却在 ${found} 之后到了行尾；Go 放弃整个文件`,
  }),
  'bad-criterion': (found) => ({
    en: `expected criteria such as \`NOTFOUND=return\`, found ${found}; Go gives the whole file up`,
    zh: `应为 \`NOTFOUND=return\` 这样的条件，却是 ${found}；Go 放弃整个文件`,
  }),
  'unknown-source': (found) => ({
    en: `expected \`files\` or \`dns\`, found ${found}, which Go does not know`,
    zh: `应为 \`files\` 或 \`dns\`，却是 Go 不认识的 ${found}`,
  }),
  'no-name': (found) => ({
    en: `expected a host name after ${found}, found the end of the line`,
    zh: `${found} 后面应有主机名，却到了行尾`,
  }),
};
