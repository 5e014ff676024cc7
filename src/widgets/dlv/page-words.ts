import type { Bilingual, Language } from '../../core/text/index.ts';

/** What stands in the page before any script: none of it travels as one. */
const WORDS = {
  purpose: {
    en: 'Paste how the process runs now: ps, /proc/<pid>/cmdline, systemctl cat, status or show, a Pod manifest or its description, docker or crictl inspect. You get the same process under Delve, and the way back.',
    zh: '粘贴进程现在的运行方式：ps、/proc/<pid>/cmdline、systemctl cat、status 或 show、Pod 清单或 describe、docker 或 crictl inspect。得到同一进程在 Delve 下的启动命令，以及恢复方法。',
  },
  label: {
    en: 'The process as a listing, unit, manifest or inspect shows it',
    zh: '进程：列表、单元、清单或 inspect 输出',
  },
  build: {
    en: 'Optional: what go version -m, file, readelf -S or dlv itself print about the binary',
    zh: '可选：go version -m、file、readelf -S 或 dlv 自己对二进制的输出',
  },
  example: { en: 'Worked example', zh: '示例' },
  settings: { en: 'Settings', zh: '设置' },
  shell: { en: 'Shell on the node', zh: '节点上的 shell' },
  binary: { en: 'Debuggable binary (empty: the one that runs)', zh: '可调试的二进制（空：当前运行的那个）' },
  node: { en: 'Node, as ssh knows it', zh: '节点（ssh 用的名字）' },
  port: { en: 'Port', zh: '端口' },
  runOn: {
    en: 'Run on at once (--continue --accept-multiclient)',
    zh: '立即继续运行（--continue --accept-multiclient）',
  },
  everyInterface: { en: 'Listen on every interface', zh: '监听所有网卡' },
  remotePath: { en: 'Source path in the binary', zh: '二进制里的源码路径' },
  keeperGuess: { en: 'guess from the command line', zh: '根据命令行判断' },
  settingsLink: { en: 'Copy link with settings', zh: '复制带设置的链接' },
  mode: { en: 'Mode of Delve', zh: 'Delve 模式' },
  pid: { en: 'Process id (empty: that of the paste)', zh: '进程号（空：取自粘贴内容）' },
  delve: { en: 'Release of Delve, such as 1.21.2', zh: 'Delve 版本，例如 1.21.2' },
  flags: {
    en: 'What --continue and --accept-multiclient do',
    zh: '--continue 与 --accept-multiclient 的作用',
  },
  matrix: { en: 'Which Go each Delve takes', zh: '各版本 Delve 支持的 Go' },
  releases: { en: 'Delve', zh: 'Delve' },
  goVersions: { en: 'Program built by Go', zh: '编译程序的 Go' },
  matrixSource: {
    en: 'From pkg/goversion/compat.go at every tag of go-delve/delve, 1.3.0 to 1.27.1. It is the Go that built the program, not the one that is installed.',
    zh: '取自 go-delve/delve 各标签的 pkg/goversion/compat.go（1.3.0 至 1.27.1）。指编译该程序的 Go，而不是已安装的 Go。',
  },
  title: { en: 'Command line → dlv', zh: '命令行 → dlv' },
} as const satisfies Record<string, Bilingual>;

export const pageSay = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];
