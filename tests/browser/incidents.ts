import { sample } from './support.ts';

/** The five write-ups: what their authors had on the screen, and the runbook that it must bring first. */
export interface Incident {
  readonly slug: string;
  readonly id: string;
  readonly text: string;
  /** An error line of it with other times, ids and addresses than the write-up's. */
  readonly line: string;
  /** How somebody describes it who has no line at hand. */
  readonly described: { readonly en: string; readonly zh: string };
}

export const INCIDENTS: readonly Incident[] = [
  {
    slug: 'apiserver-duplicate-health-check',
    id: 'APISRV-DEV-001',
    text: sample('apiserver-duplicate-health-check', 'start.log'),
    line: 'E0309 03:14:15.926535       7 pathrecorder.go:107] registered "/livez/etcd" from goroutine 23 [running]:',
    described: {
      en: 'generated apiserver logs an error that a health check path is registered twice',
      zh: '生成的 apiserver 工程启动时健康检查路径重复注册报错',
    },
  },
  {
    slug: 'unavailable-apiservice',
    id: 'AGG-STEADY-001',
    text: sample('unavailable-apiservice', 'table.txt'),
    line: 'E1203 23:59:58.000001       1 controller.go:116] loading OpenAPI spec for "v1beta1.custom.metrics.k8s.io" failed with: failed to retrieve openAPI spec, http error: ResponseCode: 503, Body: service unavailable',
    described: {
      en: 'metrics-server broken, apiservice not available, kubectl connection refused through load balancer',
      zh: 'metrics-server 挂了 apiservice 不可用 kubectl 连接被拒绝',
    },
  },
  {
    slug: 'kubelet-never-registers',
    id: 'KUBELET-JOIN-001',
    text: sample('kubelet-never-registers', 'errors.log'),
    line: 'W0701 09:08:07.060504    4321 kubelet.go:1379] No api server defined - no node status update will be sent.',
    described: {
      en: 'kubelet runs but the node does not show up in kubectl get node',
      zh: 'kubelet 启动了但是 node 一直没有注册',
    },
  },
  {
    slug: 'debug-apiserver-with-delve',
    id: 'APISRV-DEBUG-001',
    text: sample('debug-apiserver-with-delve', 'ps-remote.txt'),
    line: "could not launch process: could not open debug info - debuggee must not be built with 'go run' or -ldflags='-s -w', which strip debug info",
    described: { en: 'remote debug kube-apiserver with dlv', zh: '用 dlv 远程调试 kube-apiserver' },
  },
  {
    slug: 'apiserver-localhost-dns',
    id: 'APISRV-BOOT-001',
    text: sample('apiserver-localhost-dns', 'boot.log'),
    line: 'F1231 00:00:01.000002       1 controller.go:161] Unable to perform initial IP allocation check: unable to refresh the service IP block: Get "https://localhost:8443/api/v1/services": dial tcp: i/o timeout',
    described: {
      en: 'kube-apiserver exits 30 seconds after start, localhost resolved by dns, nsswitch',
      zh: 'apiserver 启动失败 localhost 域名解析超时 nsswitch',
    },
  },
];
