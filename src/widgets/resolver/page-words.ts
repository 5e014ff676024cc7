import type { Bilingual, Language } from '../../core/text/index.ts';

/** Words that stand in the page from the start: the script need not carry them. */
const PAGE_WORDS = {
  title: { en: 'Go resolver simulator', zh: 'Go 解析器模拟' },
  purpose: {
    en: 'What Go does for one name on Linux: whom it asks, when, and where a limit cuts it. Paste the files of the container, or all three at once as head prints them.',
    zh: 'Go 在 Linux 上如何解析一个名字：先后问谁、花多久、在哪里被时限打断。粘贴容器里的文件；也可以把 head 打印的三个文件一次粘贴进来。',
  },
  nsswitch: { en: 'nsswitch.conf (empty: there is none)', zh: 'nsswitch.conf（空：没有此文件）' },
  resolvConf: { en: 'resolv.conf (empty: there is none)', zh: 'resolv.conf（空：没有此文件）' },
  hosts: { en: 'hosts', zh: 'hosts' },
  program: { en: 'Program', zh: '程序' },
  servers: { en: 'Nameservers', zh: 'Nameserver' },
  go: { en: 'Built with Go', zh: '编译所用的 Go' },
  build: { en: 'C library', zh: 'C 库' },
  static: { en: 'none: static, CGO_ENABLED=0, netgo', zh: '无：静态、CGO_ENABLED=0、netgo' },
  cgo: { en: 'can be called (cgo)', zh: '可调用（cgo）' },
  netdns: { en: 'GODEBUG=netdns=', zh: 'GODEBUG=netdns=' },
  netdnsNone: { en: 'not set', zh: '未设置' },
  environment: {
    en: 'RES_OPTIONS, HOSTALIASES or LOCALDOMAIN is set',
    zh: '设置了 RES_OPTIONS、HOSTALIASES 或 LOCALDOMAIN',
  },
  name: { en: 'Name to look up', zh: '要解析的名字' },
  hostname: { en: 'Host name of the machine', zh: '本机主机名' },
  limit: { en: 'Limit of the dialer, in seconds (0: none)', zh: '拨号时限，秒（0：无）' },
  server: { en: 'Nameserver', zh: 'Nameserver' },
  answer: { en: 'Address that one answers with', zh: '应答时给出的地址' },
  sample: { en: 'Try the example', zh: '试试示例' },
  clear: { en: 'Clear', zh: '清空' },
  settingsLink: { en: 'Copy link with settings', zh: '复制带设置的链接' },
  example: { en: 'Worked example', zh: '示例' },
} as const satisfies Record<string, Bilingual>;

export const sayOnPage = (name: keyof typeof PAGE_WORDS, language: Language): string =>
  PAGE_WORDS[name][language];
