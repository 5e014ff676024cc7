import { type Random, pick } from '../bench/random.ts';

/** A line of a program about which no runbook has anything to say. */
type Maker = (random: Random) => string;

const hex = (length: number, random: Random): string =>
  Array.from({ length }, () => random(16).toString(16)).join('');
const two = (value: number): string => String(value).padStart(2, '0');
const ip = (random: Random): string => `10.${random(256)}.${random(256)}.${1 + random(254)}`;
const name = (random: Random): string =>
  `${pick(['web', 'shop', 'cart', 'auth', 'mail', 'search', 'billing'], random)}-${pick(['api', 'worker', 'cron', 'proxy'], random)}`;
const pod = (random: Random): string => `${name(random)}-${hex(10, random)}-${random(36 ** 5).toString(36)}`;
const clock = (random: Random): string => `${two(random(24))}:${two(random(60))}:${two(random(60))}`;
const day = (random: Random): string => `20${19 + random(7)}-${two(1 + random(12))}-${two(1 + random(28))}`;
const klog = (level: string, file: string, message: string, random: Random): string =>
  `${level}${two(1 + random(12))}${two(1 + random(28))} ${clock(random)}.${String(random(1e6)).padStart(6, '0')}       1 ${file}:${50 + random(900)}] ${message}`;
const syslog = (program: string, message: string, random: Random): string =>
  `Jun ${two(1 + random(28))} ${clock(random)} node-${random(50)} ${program}[${random(30_000)}]: ${message}`;

/** What a control plane and its nodes print on a good day. */
export const NORMAL: readonly Maker[] = [
  (r) =>
    klog(
      'I',
      'httplog.go',
      `"HTTP" verb="${pick(['GET', 'LIST', 'WATCH', 'PATCH'], r)}" URI="/api/v1/namespaces/${name(r)}/pods/${pod(r)}?resourceVersion=${r(1e9)}" latency="${r(90)}.${r(1e6)}ms" userAgent="kubelet/v1.2${r(9)}.${r(15)} (linux/amd64) kubernetes/${hex(7, r)}" srcIP="${ip(r)}:${r(65_536)}" resp=${pick(['200', '201', '404', '409'], r)}`,
      r,
    ),
  (r) =>
    klog(
      'I',
      'kubelet.go',
      `SyncLoop (PLEG): "${pod(r)}_${name(r)}(${hex(8, r)})", event: &pleg.PodLifecycleEvent{ID:"${hex(8, r)}", Type:"${pick(['ContainerStarted', 'ContainerDied'], r)}", Data:"${hex(64, r)}"}`,
      r,
    ),
  (r) =>
    klog(
      'I',
      'event.go',
      `"Event occurred" object="${name(r)}/${pod(r)}" kind="Pod" apiVersion="v1" type="Normal" reason="${pick(['Scheduled', 'Pulled', 'Created', 'Started', 'Killing'], r)}" message="Successfully assigned ${name(r)}/${pod(r)} to node-${r(50)}"`,
      r,
    ),
  (r) =>
    klog(
      'I',
      'trace.go',
      `Trace[${r(2e9)}]: "List etcd3" key:/pods,resourceVersion:,limit:500 (total time: ${500 + r(900)}ms):`,
      r,
    ),
  (r) =>
    klog(
      'I',
      'reflector.go',
      `k8s.io/client-go/informers/factory.go:134: Watch close - *v1.${pick(['Pod', 'Node', 'Secret', 'Lease'], r)} total ${r(300)} items received`,
      r,
    ),
  (r) =>
    klog(
      'I',
      'clientconn.go',
      `ccResolverWrapper: sending update to cc: {[{https://127.0.0.1:2379  <nil> 0 <nil>}] <nil> <nil>}`,
      r,
    ),
  (r) => klog('I', 'controller.go', `Updated "${pod(r)}" in ${r(90)} ms, ${r(9)} retries left`, r),
  (r) =>
    klog(
      'I',
      'leaderelection.go',
      `successfully renewed lease kube-system/${pick(['kube-scheduler', 'kube-controller-manager'], r)}`,
      r,
    ),
  (r) =>
    klog(
      'I',
      'reconciler.go',
      `operationExecutor.VerifyControllerAttachedVolume started for volume "config" (UniqueName: "kubernetes.io/configmap/${hex(8, r)}-config") pod "${pod(r)}" (UID: "${hex(8, r)}")`,
      r,
    ),
  (r) =>
    klog(
      'I',
      'certificate_manager.go',
      `Certificate expiration is 2031-0${1 + r(9)}-${two(1 + r(28))} 08:00:00 +0000 UTC, rotation deadline is 2030-0${1 + r(9)}-01 10:11:12 +0000 UTC`,
      r,
    ),
  (r) =>
    `{"level":"info","ts":"${day(r)}T${clock(r)}.${r(1000)}Z","caller":"mvcc/index.go:${r(300)}","msg":"compact tree index","revision":${r(1e9)}}`,
  (r) =>
    `time="${day(r)}T${clock(r)}.${r(1e9)}Z" level=info msg="StopPodSandbox for \\"${hex(64, r)}\\" returns successfully"`,
  (r) =>
    `[INFO] ${ip(r)}:${r(65_536)} - ${r(65_536)} "A IN ${name(r)}.svc.cluster.local. udp 54 false 512" NOERROR qr,aa,rd 106 0.000${r(999)}s`,
];

/** Errors and chatter of programs about which nobody here knows anything. */
const FOREIGN: readonly Maker[] = [
  ...NORMAL,
  (r) =>
    klog(
      'E',
      'pod_workers.go',
      `Error syncing pod ${hex(8, r)} ("${pod(r)}_${name(r)}(${hex(8, r)})"), skipping: failed to "StartContainer" for "web" with ImagePullBackOff: "Back-off pulling image \\"registry.corp/${name(r)}:${r(99)}\\""`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'kuberuntime_manager.go',
      `container "web" start failed: CreateContainerConfigError: secret "${name(r)}" not found`,
      r,
    ),
  (r) =>
    klog(
      'W',
      'reflector.go',
      `k8s.io/client-go/informers/factory.go:134: watch of *v1.ConfigMap ended with: too old resource version: ${r(1e9)} (${r(1e9)})`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'reflector.go',
      `pkg/operator/watch.go:${r(99)}: Failed to watch *v1.Shop: failed to list *v1.Shop: shops.example.com is forbidden: User "system:serviceaccount:${name(r)}:default" cannot list resource "shops" in API group "example.com" at the cluster scope`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'leaderelection.go',
      `error retrieving resource lock ${name(r)}/lock: Get "https://${ip(r)}:6443/apis/coordination.k8s.io/v1/namespaces/x/leases/lock?timeout=5s": dial tcp ${ip(r)}:6443: connect: connection refused`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'scraper.go',
      `"Failed to scrape node" err="Get \\"https://${ip(r)}:10250/metrics/resource\\": x509: cannot validate certificate for ${ip(r)} because it doesn't contain any IP SANs" node="node-${r(50)}"`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'csi_attacher.go',
      `kubernetes.io/csi: volume ${hex(8, r)} has no attachment to node-${r(50)} after ${r(90)} checks, quota of ${name(r)} used up`,
      r,
    ),
  (r) =>
    klog(
      'W',
      'manager.go',
      `Failed to process watch event {EventType:0 Name:/kubepods/burstable/pod${hex(8, r)} WatchSource:0}: task ${hex(64, r)} not found: not found`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'status_manager.go',
      `Failed to get status for pod "${pod(r)}_${name(r)}(${hex(8, r)})": pods "${pod(r)}" not found`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'authentication.go',
      `Unable to authenticate the request due to an error: [invalid bearer token, Token has been invalidated]`,
      r,
    ),
  (r) =>
    klog(
      'W',
      'dispatcher.go',
      `rejected by webhook "policy.example.com": &errors.StatusError{ErrStatus:v1.Status{Status:"Failure", Message:"admission webhook \\"policy.example.com\\" denied the request: no owner"}}`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'controller.go',
      `Failed to sync "${name(r)}/${pod(r)}": Operation cannot be fulfilled on deployments.apps "${name(r)}": the object has been modified; please apply your changes to the latest version and try again`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'main.go',
      `failed to start the manager: unable to retrieve the ConfigMap ${name(r)}/config: configmaps "config" not found`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'controller.go',
      `certificate for ${name(r)}.example.com has not been issued yet: order is pending`,
      r,
    ),
  (r) =>
    klog(
      'E',
      'runtime.go',
      `Observed a panic: "invalid memory address or nil pointer dereference" (runtime error: invalid memory address or nil pointer dereference)`,
      r,
    ),
  (r) =>
    `{"level":"warn","ts":"${day(r)}T${clock(r)}.${r(1000)}Z","caller":"etcdserver/util.go:${r(300)}","msg":"apply request took too long","took":"${r(900)}ms","expected-duration":"100ms","prefix":"read-only range ","request":"key:\\"/registry/${name(r)}\\" ","response":"range_response_count:${r(9)} size:${r(1e5)}"}`,
  (r) =>
    `{"level":"warn","ts":"${day(r)}T${clock(r)}.${r(1000)}Z","caller":"rafthttp/probing_status.go:68","msg":"prober detected unhealthy status","round-tripper-name":"ROUND_TRIPPER_RAFT_MESSAGE","remote-peer-id":"${hex(16, r)}","rtt":"0s","error":"dial tcp ${ip(r)}:2380: connect: connection refused"}`,
  (r) =>
    `[ERROR] plugin/errors: 2 ${name(r)}.example.com. AAAA: read udp ${ip(r)}:${r(65_536)}->${ip(r)}:53: i/o timeout`,
  (r) =>
    syslog('systemd', `${name(r)}.service: Main process exited, code=exited, status=${1 + r(254)}/n/a`, r),
  (r) =>
    syslog(
      'dockerd',
      `time="${day(r)}T${clock(r)}Z" level=error msg="Handler for POST /v1.40/containers/${hex(12, r)}/start returned error: driver failed programming external connectivity"`,
      r,
    ),
  (r) =>
    syslog('sshd', `Failed password for invalid user ${name(r)} from ${ip(r)} port ${r(65_536)} ssh2`, r),
  (r) =>
    syslog(
      'kernel',
      `[${r(1e6)}.${r(1e6)}] Out of memory: Killed process ${r(30_000)} (java) total-vm:${r(1e7)}kB, anon-rss:${r(1e7)}kB`,
      r,
    ),
  (r) => syslog('chronyd', `System clock wrong by ${r(90)}.${r(1e6)} seconds`, r),
  (r) =>
    `${ip(r)} - - [14/Jun/2023:${clock(r)} +0000] "GET /${name(r)}?id=${r(1e6)} HTTP/1.1" ${pick(['200', '404', '500', '502', '503'], r)} ${r(1e5)} "-" "Mozilla/5.0"`,
  (r) =>
    `${day(r).replaceAll('-', '/')} ${clock(r)} [error] ${r(99)}#${r(99)}: *${r(1e6)} upstream timed out (110: Connection timed out) while reading response header from upstream, client: ${ip(r)}, server: ${name(r)}, upstream: "http://${ip(r)}:8080/"`,
  (r) =>
    `${day(r)} ${clock(r)}.${r(1000)} ERROR ${r(99)} --- [nio-8080-exec-${r(9)}] c.e.${name(r)}.Service : Could not open JDBC connection; nested exception is java.net.ConnectException: Connection refused`,
  (r) => `\tat com.example.${name(r).replace('-', '.')}.Service.handle(Service.java:${r(900)})`,
  (r) => `  File "/app/${name(r)}.py", line ${r(900)}, in handle`,
  (r) =>
    `requests.exceptions.SSLError: HTTPSConnectionPool(host='${name(r)}.example.com', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError('certificate verify failed: certificate has expired')))`,
  (r) =>
    `goroutine ${r(9_000)} [${pick(['select', 'chan receive', 'IO wait', 'semacquire'], r)}, ${r(90)} minutes]:`,
  (r) => `main.(*${pick(['Server', 'Cache', 'Queue'], r)}).run(0xc000${hex(6, r)})`,
  (r) => `\t/src/${name(r)}/main.go:${r(900)} +0x${hex(3, r)}`,
  (r) =>
    `panic: ${pick(['assignment to entry in nil map', 'send on closed channel', 'index out of range [3] with length 3'], r)}`,
  (r) =>
    `${day(r)} ${clock(r)}.${r(1000)} UTC [${r(9_000)}] ERROR:  duplicate key value violates unique constraint "${name(r)}_pkey"`,
  (r) =>
    `${r(9_000)}:M ${two(1 + r(28))} Jun 2023 ${clock(r)}.${r(1000)} * Background saving terminated with success`,
  (r) =>
    `[${day(r)} ${clock(r)},${r(1000)}] WARN [Consumer clientId=${name(r)}] Connection to node ${r(9)} (${ip(r)}:9092) could not be established. Broker may not be available.`,
  (r) =>
    `level=warn ts=${day(r)}T${clock(r)}.${r(1000)}Z caller=scrape.go:${r(900)} component="scrape manager" msg="Appending scrape report failed" err="out of bounds"`,
  (r) =>
    `npm ERR! code E${pick(['RESOLVE', 'CONNREFUSED', '404'], r)} registry returned ${r(900)} for ${name(r)}@${r(9)}.${r(9)}.0`,
  (r) =>
    `${pod(r)}   ${r(2)}/1     ${pick(['Running', 'CrashLoopBackOff', 'ImagePullBackOff', 'Pending', 'Terminating', 'Evicted'], r)}   ${r(99)}          ${r(99)}d`,
  (r) =>
    `  Warning  ${pick(['BackOff', 'Unhealthy', 'FailedScheduling', 'FailedMount', 'Failed'], r)}  ${r(59)}s (x${r(99)} over ${r(59)}m)  kubelet  ${pick(['Back-off restarting failed container', 'Readiness probe failed: HTTP probe failed with statuscode: 503', 'Error: ErrImagePull', '0/3 nodes are available: 3 Insufficient memory.'], r)}`,
  (r) =>
    `Error from server (${pick(['NotFound', 'Forbidden', 'AlreadyExists', 'BadRequest'], r)}): ${pick(['pods', 'services', 'deployments.apps'], r)} "${name(r)}" ${pick(['not found', 'already exists', 'is forbidden: exceeded quota: compute'], r)}`,
  (r) =>
    `error: unable to ${pick(['recognize', 'decode', 'read'], r)} "${name(r)}.yaml": ${pick(['no matches for kind "Shop" in version "example.com/v1"', 'yaml: line 12: did not find expected key'], r)}`,
  (r) =>
    `Error: ${pick(['INSTALLATION FAILED', 'UPGRADE FAILED'], r)}: ${pick(['timed out waiting for the condition', 'cannot re-use a name that is still in use', 'another operation (install/upgrade/rollback) is in progress'], r)}`,
  (r) =>
    `[WARNING ${pick(['Swap', 'Hostname', 'SystemVerification', 'Firewalld'], r)}]: ${pick(['running with swap on is not supported. Please disable swap', 'hostname "x" could not be reached', 'firewalld is active, please ensure ports [6443 10250] are open'], r)}`,
  (r) =>
    `${pick(['curl', 'wget'], r)}: (${r(60)}) Failed to connect to ${name(r)}.example.com port ${pick(['443', '8443', '6443', '2379'], r)}: Connection refused`,
  (r) =>
    `fatal: [${name(r)}]: FAILED! => {"changed": false, "msg": "${pick(['Failed to connect to the host via ssh', 'No package matching found', 'Timeout when waiting for ' + ip(r) + ':6443'], r)}"}`,
  (r) =>
    `${day(r)}T${clock(r)}Z ${pick(['WARN', 'ERROR'], r)} ${name(r)}: retrying request to https://${ip(r)}/v1/things: context deadline exceeded`,
  (r) =>
    `rpc error: code = ${pick(['Unavailable', 'DeadlineExceeded', 'Unknown', 'NotFound'], r)} desc = ${pick(['transport is closing', 'no such container', 'connection closed', 'upstream request timeout'], r)}`,
  (r) =>
    `${pick(['tcp', 'udp'], r)}   0  0 ${ip(r)}:${r(65_536)}  ${ip(r)}:${pick(['443', '6443', '2379', '53'], r)}  ${pick(['ESTABLISHED', 'TIME_WAIT', 'SYN_SENT'], r)}`,
  (r) => `请求 ${name(r)} 超时，${pick(['已重试', '放弃', '等待下一次'], r)}，耗时 ${r(9_000)} 毫秒`,
  (r) => `| ${name(r)} | ${r(99)} | ${pick(['healthy', 'unhealthy', 'unknown'], r)} | ${r(9)}.${r(9)} GB |`,
];

/** Lines of an ordinary hour. */
export const normalLines = (count: number, random: Random): string[] =>
  Array.from({ length: count }, () => pick(NORMAL, random)(random));

/** Lines of programs that no runbook is about. */
export const foreignLines = (count: number, random: Random): string[] =>
  Array.from({ length: count }, () => pick(FOREIGN, random)(random));
