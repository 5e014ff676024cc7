import type { Bilingual } from '../text/index.ts';
import type { DelveFinding } from './findings.ts';
import type { DelveMode } from './options.ts';

/** What each finding means, and what to do. */
export const FINDING_WORDS: Readonly<Record<DelveFinding, Bilingual>> = {
  exposed: {
    en: 'Whoever reaches this port can run any program as the debugger’s user: Delve asks for no password and encrypts nothing. Use the tunnel instead.',
    zh: '能连上这个端口的人，就能以调试器的用户身份运行任何程序：Delve 不要密码，也不加密。请改用隧道。',
  },
  waits: {
    en: 'The process waits for a client and `continue`. Whatever depends on it waits as well.',
    zh: '进程会等待客户端连接并执行 `continue`，依赖它的一切也随之等待。',
  },
  stripped: {
    en: 'No debug information: it was linked with `-s` or `-w`. Delve will say `could not open debug info`. Build it again without them.',
    zh: '没有调试信息：链接时用了 `-s` 或 `-w`。Delve 会报 `could not open debug info`。请去掉它们重新编译。',
  },
  optimised: {
    en: 'Built with optimisation: variables are missing and lines jump. Build with `-gcflags="all=-N -l"`.',
    zh: '编译时开了优化：变量读不到，行号跳动。请用 `-gcflags="all=-N -l"` 编译。',
  },
  'partly-optimised': {
    en: '`-N -l` reached the main package only. Write `-gcflags="all=-N -l"`, and the other packages are readable too.',
    zh: '`-N -l` 只作用于主包。写成 `-gcflags="all=-N -l"`，其他包才能正常调试。',
  },
  trimpath: {
    en: 'Built with `-trimpath`: paths in the binary are not those of the disk. Breakpoints need `substitutePath`.',
    zh: '编译时用了 `-trimpath`：二进制里的路径与磁盘不同，断点需要 `substitutePath`。',
  },
  'go-window': {
    en: 'This Delve does not take what this Go has built. Use another Delve, or `--check-go-version=false` and expect wrong values.',
    zh: '这个 Delve 不支持该 Go 版本编译的程序。请换 Delve 版本，或用 `--check-go-version=false` 并接受可能出错的值。',
  },
  ready: {
    en: 'Symbols are there and nothing is optimised: ready for Delve.',
    zh: '有调试信息，也没有优化：可以用 Delve 调试。',
  },
  'continue-alone': {
    en: '`--continue` needs `--accept-multiclient`: the program can only run before anybody connects if clients may come and go.',
    zh: '`--continue` 需要 `--accept-multiclient`：只有允许客户端来去，程序才能在没人连接时先运行。',
  },
  'api-version': {
    en: 'Delve knows the versions 1 and 2 of its interface, new ones only 2: write `--api-version=2`.',
    zh: 'Delve 的接口版本只有 1 和 2，新版只认 2：请写 `--api-version=2`。',
  },
  'no-separator': {
    en: 'Delve took a flag of the program for its own: ` -- ` is missing in front of it.',
    zh: 'Delve 把程序的参数当成了自己的：前面缺少 ` -- `。',
  },
  'flag-order': {
    en: 'A flag without its value stands in front of `exec` and has swallowed that word. Write `--continue=true`.',
    zh: '`exec` 前的参数没写值，把 `exec` 吞掉了。请写 `--continue=true`。',
  },
  'port-taken': {
    en: 'Something listens on this port already, mostly a Delve of before, which may still hold a process.',
    zh: '端口已被占用，多半是之前的 Delve，它可能还抓着一个进程。',
  },
  socket: {
    en: '`--listen=unix:` works since Delve 1.22.1.',
    zh: '`--listen=unix:` 从 Delve 1.22.1 起才可用。',
  },
  ptrace: {
    en: 'The kernel did not let Delve attach: be root, see kernel.yama.ptrace_scope, and look for another debugger on the process.',
    zh: '内核不允许 Delve 附加：请用 root，检查 kernel.yama.ptrace_scope，并看看该进程是否已有调试器。',
  },
  cut: {
    en: 'The end of the command line is missing. Do not start anything with it.',
    zh: '命令行末尾缺失，不要用它启动任何程序。',
  },
  ambiguous: {
    en: 'The source cannot say where every argument ends. Compare with /proc/<pid>/cmdline before you start anything.',
    zh: '来源看不出每个参数的边界。启动前请与 /proc/<pid>/cmdline 核对。',
  },
  'no-arguments': { en: 'There are no arguments to rebuild.', zh: '没有可以重建的参数。' },
  secrets: {
    en: 'Arguments hold secrets. They are masked on the screen, and whole in the copy.',
    zh: '参数里有机密值：屏幕上已遮盖，复制的内容保留原值。',
  },
};

export const MODE_WORDS: Readonly<Record<DelveMode, Bilingual>> = {
  exec: {
    en: 'exec: stop the original, start it anew under Delve with your own binary',
    zh: 'exec：停掉原进程，用自己的二进制在 Delve 下重新启动',
  },
  attach: {
    en: 'attach: take the process that runs, as it runs; its binary decides what can be seen',
    zh: 'attach：直接附加到正在运行的进程；能看到什么取决于它的二进制',
  },
  core: {
    en: 'core: write a dump and read it later; the process stands still only while it is written',
    zh: 'core：先写转储，之后再分析；只有写转储时进程才停住',
  },
  dap: {
    en: 'dap: the IDE starts the process through Delve; one client, and the process ends with it',
    zh: 'dap：由 IDE 通过 Delve 启动进程；只有一个客户端，断开即结束',
  },
};

/** The two questions that decide what happens between the start and the first client. */
export type StartQuestion = 'continue' | 'multiclient';

export const RUN_ON_WORDS: Readonly<Record<StartQuestion, Bilingual>> = {
  continue: {
    en: '`--continue`: the program runs as soon as it is loaded. Without it, it stands at its first instruction until a client says `continue`; a control plane is down for so long.',
    zh: '`--continue`：程序加载后立即运行。没有它，程序停在第一条指令，直到客户端执行 `continue`；这段时间控制面不可用。',
  },
  multiclient: {
    en: '`--accept-multiclient`: clients may come and go, and the last one that leaves does not end the session. Without it, the first client that disconnects ends Delve, and with `exec` the program too.',
    zh: '`--accept-multiclient`：客户端可以来去，最后一个离开也不会结束会话。没有它，第一个客户端断开时 Delve 就结束，`exec` 的程序也一起结束。',
  },
};
