import type { BalancerCheck, Reachability } from '../../core/kube/index.ts';
import type { Bilingual, Language } from '../../core/text/index.ts';

const WORDS = {
  title: { en: 'Reachability board', zh: '可达性面板' },
  purpose: {
    en: 'A load balancer and the apiservers behind it: mark which answer, and see what kubectl sees, and which server to use.',
    zh: '负载均衡和它后面的 apiserver：标出哪些有应答，就能看到 kubectl 会看到什么，以及该用哪个 server。',
  },
  accepts: {
    en: 'An inventory fills it in and is checked: a list, /etc/hosts, kubectl get nodes -o wide, Ansible; and the server of a kubeconfig or of an error. Nothing leaves this tab.',
    zh: '可以粘贴主机清单来填写并检查：列表、/etc/hosts、kubectl get nodes -o wide、Ansible，以及 kubeconfig 或报错里的 server。内容不会离开此标签页。',
  },
  label: { en: 'Inventory: names with addresses', zh: '主机清单：名字和地址' },
  example: { en: 'Worked example', zh: '示例' },
  balancer: { en: 'Load balancer', zh: '负载均衡' },
  apiserver: { en: 'apiserver', zh: 'apiserver' },
  name: { en: 'name', zh: '名字' },
  address: { en: 'address', zh: '地址' },
  answers: { en: 'Does it answer?', zh: '有应答吗？' },
  check: { en: 'Its health check', zh: '它的健康检查' },
  server: { en: 'Server of the kubeconfig', zh: 'kubeconfig 里的 server' },
  shell: { en: 'Shell', zh: 'Shell' },
  add: { en: 'Add an apiserver', zh: '添加一个 apiserver' },
  remove: { en: 'Remove', zh: '移除' },
  settingsLink: { en: 'Copy link with settings', zh: '复制带设置的链接' },
  untouched: {
    en: 'Mark what answers and what does not, or paste an inventory.',
    zh: '请标出哪些有应答、哪些没有，或粘贴主机清单。',
  },
  use: { en: 'Use this server, without touching the kubeconfig', zh: '使用这个 server，不改动 kubeconfig' },
  ask: { en: 'Ask it on its own address', zh: '直接问它自己的地址' },
  askCopy: { en: 'Copy the command that asks it', zh: '复制询问它的命令' },
  askByName: {
    en: 'If its certificate does not name the address (kubectl 1.18 and up)',
    zh: '如果证书里没有这个地址（kubectl 1.18 及以上）',
  },
  shared: { en: 'One address at several names', zh: '同一个地址写在多个名字下' },
  sound: { en: 'No address stands at two names', zh: '没有地址写在两个名字下' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  copyFailed: {
    en: 'The browser refused; select the text and copy it.',
    zh: '浏览器拒绝了，请手动选中复制。',
  },
} as const satisfies Record<string, Bilingual>;

export const say = (name: keyof typeof WORDS, language: Language): string => WORDS[name][language];

export const STATE_WORDS: Readonly<Record<Reachability, Bilingual>> = {
  up: { en: 'up', zh: '有应答' },
  down: { en: 'down', zh: '无应答' },
  unknown: { en: 'not asked', zh: '没问过' },
};

export const CHECK_WORDS: Readonly<Record<BalancerCheck, Bilingual>> = {
  unknown: { en: 'not known', zh: '不知道' },
  readyz: {
    en: 'GET /readyz, so that only living ones get connections',
    zh: 'GET /readyz，只把连接交给活着的',
  },
  none: { en: 'none, or only whether a port is open', zh: '没有，或只看端口' },
};

export const readWords = (language: Language, machines: number, unread: number): string => {
  const en = language === 'en';
  const rest =
    unread === 0
      ? ''
      : en
        ? `, ${unread} ${unread === 1 ? 'line' : 'lines'} not understood`
        : `，${unread} 行未能识别`;
  return en
    ? `${machines} ${machines === 1 ? 'machine' : 'machines'} read${rest}`
    : `读到 ${machines} 台机器${rest}`;
};
