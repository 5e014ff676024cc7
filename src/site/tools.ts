import type { Bilingual } from '../core/text/index.ts';
import type { WidgetName } from '../gate/index.ts';

/** A widget with a page of its own. */
export interface Tool {
  /** Its address: `/tools/<name>/`. */
  readonly name: string;
  readonly component: WidgetName;
  readonly title: Bilingual;
  readonly lead: Bilingual;
  /** Whose sample is the worked example. */
  readonly runbook: string;
  readonly sample: string;
}

/** Every tool page, in the order of the list. To add one: a row here, once its widget is in `src/widgets/index.ts`. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'log-reader',
    component: 'LogReader',
    title: { en: 'Log reader', zh: '日志阅读器' },
    lead: {
      en: 'A log of any mixture of formats and wrappers, of any size: severities, gaps in time, errors taken apart, what was not understood.',
      zh: '任意格式、任意外层包装、任意大小的日志：级别、时间间隔、拆开的错误、未能识别的行。',
    },
    runbook: 'APISRV-BOOT-001',
    sample: 'boot.log',
  },
  {
    name: 'stack',
    component: 'StackReader',
    title: { en: 'Stack reader', zh: '调用栈阅读器' },
    lead: {
      en: 'Go stacks and goroutine dumps: frames folded by module, the first frame that is yours, links to the very lines.',
      zh: 'Go 调用栈与 goroutine 转储：按模块折叠，指出第一个属于你的栈帧，链接到具体源码行。',
    },
    runbook: 'APISRV-DEV-001',
    sample: 'start.log',
  },
  {
    name: 'dlv',
    component: 'DelveRebuilder',
    title: { en: 'Command line → dlv', zh: '命令行 → dlv' },
    lead: {
      en: 'The same process under Delve, with identical arguments, a tunnel, IDE configurations and the way back.',
      zh: '用相同参数在 Delve 下启动同一进程，附带隧道、IDE 配置和恢复方法。',
    },
    runbook: 'APISRV-DEBUG-001',
    sample: 'ps-remote.txt',
  },
  {
    name: 'signature',
    component: 'SignatureTester',
    title: { en: 'Signature tester', zh: '特征测试器' },
    lead: {
      en: 'For authors of runbooks: a wording tried live on lines, with the mistakes that the build would name and a draft out of a paste.',
      zh: '给手册作者：在日志行上实时测试特征的写法，指出构建会报的错误，也能根据粘贴内容起草。',
    },
    runbook: 'APISRV-BOOT-001',
    sample: 'boot.log',
  },
  {
    name: 'kubelet-flags',
    component: 'KubeletFlags',
    title: { en: 'Flag audit', zh: '参数检查' },
    lead: {
      en: 'The flags of a kubelet or another Kubernetes component, judged by its version: standalone mode, flags that are gone or not there yet, contradictions, and the corrected line.',
      zh: '按版本检查 kubelet 或其他 Kubernetes 组件的参数：独立模式、已移除或尚未出现的参数、互相矛盾之处，以及改好的命令行。',
    },
    runbook: 'KUBELET-JOIN-001',
    sample: 'audit.txt',
  },
  {
    name: 'log-visibility',
    component: 'LogVisibility',
    title: { en: 'Where log lines go', zh: '日志行去了哪里' },
    lead: {
      en: 'Which severities of a Kubernetes component reach the terminal or a file, by its logging flags and its version.',
      zh: '按日志参数和版本，看 Kubernetes 组件的哪些级别会到终端，哪些到文件。',
    },
    runbook: 'KUBELET-JOIN-001',
    sample: 'audit.txt',
  },
  {
    name: 'version-skew',
    component: 'VersionSkew',
    title: { en: 'Version skew', zh: '版本偏差' },
    lead: {
      en: 'Whether the versions of two Kubernetes components may work together, by the policy of then and of now.',
      zh: '按当时和现在的规则，看两个 Kubernetes 组件的版本是否允许一起工作。',
    },
    runbook: 'KUBELET-JOIN-001',
    sample: 'versions.txt',
  },
  {
    name: 'resolver',
    component: 'ResolverSimulator',
    title: { en: 'Go resolver simulator', zh: 'Go 解析器模拟' },
    lead: {
      en: 'Which names and nameservers a Go program asks, in which order, on the clock, and where a limit cuts it.',
      zh: 'Go 程序按什么顺序问哪些名字和 nameserver，花多久，在哪里被时限打断。',
    },
    runbook: 'APISRV-BOOT-001',
    sample: 'files.txt',
  },
  {
    name: 'loopback',
    component: 'LoopbackPicker',
    title: { en: 'Loopback picker', zh: '环回地址选择' },
    lead: {
      en: 'The host at which kube-apiserver reaches itself, from the addresses of its node.',
      zh: '根据节点的地址，判断 kube-apiserver 用哪个主机访问自己。',
    },
    runbook: 'APISRV-BOOT-001',
    sample: 'addresses.txt',
  },
  {
    name: 'dial-errors',
    component: 'DialErrors',
    title: { en: 'Dial errors and waits', zh: '连接错误与等待' },
    lead: {
      en: 'What the end of a failed connection proves, and which known limit the silence in front of it is as long as.',
      zh: '失败连接的结尾证明什么，之前的沉默与哪个已知时限等长。',
    },
    runbook: 'APISRV-BOOT-001',
    sample: 'boot.log',
  },
  {
    name: 'terminal',
    component: 'Terminal',
    title: { en: 'Terminal replay', zh: '终端回放' },
    lead: {
      en: 'A recorded terminal (asciicast): played step by step, and as text that can be searched and copied.',
      zh: '录制的终端（asciicast）：逐步播放，并变成可搜索、可复制的文本。',
    },
    runbook: 'APISRV-BOOT-001',
    sample: 'lookup-localhost.cast',
  },
  {
    name: 'apiservice',
    component: 'ApiServiceReader',
    title: { en: 'APIService reader', zh: 'APIService 阅读器' },
    lead: {
      en: 'Which aggregated APIs are not available, why, what breaks meanwhile, and the commands for each: save, mend, delete last, restore.',
      zh: '哪些聚合 API 不可用、原因、期间会坏什么，以及每一个的命令：备份、修复、最后才删除、恢复。',
    },
    runbook: 'AGG-STEADY-001',
    sample: 'table.txt',
  },
  {
    name: 'board',
    component: 'ReachabilityBoard',
    title: { en: 'Reachability board', zh: '可达性面板' },
    lead: {
      en: 'A load balancer and the apiservers behind it: what kubectl sees, which server to use, and an inventory that gives one address to two machines.',
      zh: '负载均衡和它后面的 apiserver：kubectl 会看到什么、该用哪个 server，以及清单里是否有两台机器用了同一个地址。',
    },
    runbook: 'AGG-STEADY-001',
    sample: 'inventory.txt',
  },
  {
    name: 'health-checks',
    component: 'HealthChecks',
    title: { en: 'Health-check reader', zh: '健康检查阅读器' },
    lead: {
      en: 'Health checks that were added twice, which registration the log prints, and what a status code proves about a path.',
      zh: '被添加了两次的健康检查、日志打印的是哪一次注册，以及状态码能证明路径的什么。',
    },
    runbook: 'APISRV-DEV-001',
    sample: 'start.log',
  },
];
