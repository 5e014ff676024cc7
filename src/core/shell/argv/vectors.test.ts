import { describe, expect, it } from 'vitest';
import { checkComponentFlags } from '../../kube/index.ts';
import { problemWords } from '../problem-words.ts';
import { readCommandLines } from './read.ts';

const GREP = 'root     27298 27293  3 08:47 ?        00:00:00 ';

/** Command lines whose arguments are known from the process that had them, or from what the component of 1.20.2 said to them. */
const VECTORS: readonly (readonly [
  id: string,
  text: string,
  argv: readonly string[],
  problems: readonly string[],
])[] = [
  [
    'argv-ps-empty-args',
    `${GREP}kube-apiserver argv.py  --authorization-mode=Node,RBAC  --cloud-provider= --cloud-config=   --v=3 --x=a b`,
    [
      'kube-apiserver',
      'argv.py',
      '',
      '--authorization-mode=Node,RBAC',
      '',
      '--cloud-provider=',
      '--cloud-config=',
      '',
      '',
      '--v=3',
      '--x=a b',
    ],
    ['joined-value'],
  ],
  ['argv-cat-v', '/usr/bin/kubelet^@--a=1^@^@--b=^@', ['/usr/bin/kubelet', '--a=1', '', '--b='], []],
  [
    'argv-bool-space',
    'kube-apiserver --service-account-lookup true',
    ['kube-apiserver', '--service-account-lookup', 'true'],
    ['word-after-boolean'],
  ],
  [
    'argv-nonbool-space',
    'kube-apiserver --secure-port 6443 --v 8',
    ['kube-apiserver', '--secure-port', '6443', '--v', '8'],
    [],
  ],
  ['argv-short-v', 'kube-apiserver -v8', ['kube-apiserver', '-v8'], []],
  [
    'argv-empty-positional',
    `kube-apiserver "" "" --etcd-servers=`,
    ['kube-apiserver', '', '', '--etcd-servers='],
    [],
  ],
  ['argv-unknown-flag', 'kube-apiserver --nosuch', ['kube-apiserver', '--nosuch'], []],
  ['argv-kubelet-unknown', 'kubelet --nosuch', ['kubelet', '--nosuch'], []],
  ['argv-comm15', '13541 pts/2    00:00:11 kube-controller', ['kube-controller'], ['name-only']],
  [
    'argv-cut80',
    `${GREP}kube-apiserver argv.py  --author`,
    ['kube-apiserver', 'argv.py', '', '--author'],
    ['cut', 'cut-flag'],
  ],
  [
    'argv-flag-line',
    'I1121 09:00:24.422272   13641 flags.go:59] FLAG: --show-hidden-metrics-for-version=""',
    ['--show-hidden-metrics-for-version='],
    ['no-program'],
  ],
];

describe('a command line whose arguments are known', () => {
  it.each(VECTORS)('%s is read with them', (_, text, argv, problems) => {
    const [command] = readCommandLines(text);
    expect(command?.argv.map((argument) => argument.text)).toEqual(argv);
    const found = command ? [...command.problems, ...checkComponentFlags(command)] : [];
    expect(found.map(({ code }) => code)).toEqual(problems);
  });

  it('argv-comm15: names the program that the fifteen bytes are of', () => {
    const [command] = readCommandLines('13541 pts/2    00:00:11 kube-controller');
    const problem = command?.problems[0];
    expect(problem && problemWords(problem, 'en')).toContain('`kube-controller-manager`');
  });
});
