import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CommandLine, readCommandLines, splitWords } from '../shell/index.ts';
import { KEEPERS } from './options.ts';
import { guessKeeper, restorePlan } from './restore.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../shell/argv/samples/${name}`, import.meta.url), 'utf8');

function commandOf(text: string): CommandLine {
  const [command] = readCommandLines(text);
  if (!command) throw new Error('no command line');
  return command;
}

const LOCAL = commandOf(sample('ps-aux-local.txt'));
const REMOTE = commandOf(sample('ps-aux-remote.txt'));

describe('what kept a process running', () => {
  it.each([
    ['process', 'a binary out of the build folder', sample('ps-aux-local.txt')],
    ['process', 'a binary of the folder', './kube-apiserver --v=2'],
    ['static-pod', 'an apiserver of a cluster', sample('ps-aux-remote.txt')],
    ['systemd', 'the kubelet', '3 /usr/bin/kubelet --v=2'],
    ['systemd', 'a unit', 'ExecStart=/usr/bin/kube-apiserver --v=2'],
    ['static-pod', 'a manifest', 'command:\n- kubelet\n- --v=2'],
    ['static-pod', 'an apiserver under Delve', sample('dlv-remote.txt')],
    ['systemd', 'the tree of a unit', '● kubelet.service - x\n   └─812 /usr/bin/kubelet --v=2'],
    ['systemd', 'a file of variables', 'KUBELET_KUBEADM_ARGS="--v=2"'],
    ['container', 'a container of somebody', '[{"Path":"etcd","Args":["--name=a"],"Name":"/my etcd"}]'],
    [
      'static-pod',
      'a container of the kubelet',
      '[{"Path":"etcd","Args":["--v"],"Name":"/k8s_etcd_etcd-n1_x_0"}]',
    ],
    ['static-pod', 'what kubectl describes', 'Command:\n  kubelet\n  --v=2'],
    ['process', 'a build under Delve', sample('dlv-local.txt')],
  ])('is %s for %s', (keeper, _, text) => {
    expect(guessKeeper(commandOf(text))).toBe(keeper);
  });
});

describe('the way back', () => {
  it('moves the manifest of a static Pod out of its folder, and back', () => {
    expect(restorePlan(REMOTE, 'static-pod', 'bash')).toEqual({
      keeper: 'static-pod',
      stop: 'mv /etc/kubernetes/manifests/kube-apiserver.yaml /root/kube-apiserver.yaml',
      restore: 'mv /root/kube-apiserver.yaml /etc/kubernetes/manifests/kube-apiserver.yaml',
      shown: 'mv /root/kube-apiserver.yaml /etc/kubernetes/manifests/kube-apiserver.yaml',
      verify: 'pgrep -a -x kube-apiserver',
    });
  });

  it('is about the program and not about the Delve that it ran under', () => {
    expect(restorePlan(commandOf(sample('dlv-remote.txt')), 'static-pod', 'bash')).toEqual(
      restorePlan(REMOTE, 'static-pod', 'bash'),
    );
  });

  it('stops and starts a unit', () => {
    expect(restorePlan(commandOf('3 /usr/bin/kubelet --v=2'), 'systemd', 'bash')).toMatchObject({
      stop: 'systemctl stop kubelet',
      restore: 'systemctl start kubelet',
    });
  });

  it('is about the unit and the container that the paste names', () => {
    const unit = '# /etc/systemd/system/my-kubelet.service\n[Service]\nExecStart=/usr/bin/kubelet --v=2';
    expect(restorePlan(commandOf(unit), 'systemd', 'bash')).toMatchObject({
      stop: 'systemctl stop my-kubelet',
      restore: 'systemctl start my-kubelet',
    });
    const container = commandOf('[{"Path":"etcd","Args":["--name=a"],"Name":"/my etcd"}]');
    expect(restorePlan(container, 'container', 'fish')).toMatchObject({
      stop: "docker stop 'my etcd'",
      restore: "docker start 'my etcd'",
      verify: 'pgrep -a -x etcd',
    });
  });

  it('starts a process again as it was, by its own path, without its empty arguments', () => {
    const plan = restorePlan(LOCAL, 'process', 'bash');
    const argv = LOCAL.argv.map(({ text }) => text).filter((word) => word !== '');
    expect(plan.stop).toBe('kill 13128');
    expect(splitWords(plan.restore).words.map(({ text }) => text)).toEqual(argv);
  });

  it('knows a process whose number is not known by its name, of which Linux keeps 15 characters', () => {
    const plan = restorePlan(commandOf('./kube-controller-manager --v=2'), 'process', 'fish');
    expect(plan.stop).toBe('pkill -x kube-controller');
    expect(plan.verify).toBe('pgrep -a -x kube-controller');
  });

  it.each(KEEPERS)('has a secret on the screen in no step: %s', (keeper) => {
    const plan = restorePlan(
      commandOf('./kubelet --storage-driver-password=hunter2 --token hunter2'),
      keeper,
      'zsh',
    );
    for (const step of [plan.stop, plan.shown, plan.verify]) expect(step).not.toContain('hunter2');
    expect(plan.restore.includes('hunter2')).toBe(keeper === 'process');
  });

  it.each(KEEPERS)('cannot be made to do something else by the name of a program: %s', (keeper) => {
    const plan = restorePlan(commandOf(`/bin/a\\;reboot --v=2`), keeper, 'bash');
    for (const step of [plan.stop, plan.restore, plan.verify]) {
      expect(step.replace(/'[^']*'/g, '')).not.toContain(';');
    }
  });
});
