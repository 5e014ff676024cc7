import { type Shell, quote } from '../../shell/index.ts';
import type { ApiService } from './api-service.ts';

/** Where the commands are sent. */
export interface KubectlTarget {
  /** A context of the kubeconfig; empty for the current one. */
  readonly context: string;
  /** The address of one apiserver, such as `https://10.0.0.1:6443`; empty for the one of the kubeconfig. */
  readonly server: string;
  readonly shell: Shell;
}

/** What is done about an API that is not available, in this order: deleting comes last. */
export const API_SERVICE_ACTS = ['look', 'backup', 'fix', 'verify', 'delete', 'restore'] as const;

export type ApiServiceAct = (typeof API_SERVICE_ACTS)[number];

export interface ApiServiceCommand {
  readonly act: ApiServiceAct;
  /** 0 reads only · 1 reads, with load or secrets · 2 changes one object, reversible · 3 takes a function away. */
  readonly danger: 0 | 1 | 2 | 3;
  readonly command: string;
  /** The command names the Deployment as the Service is named, which is a habit and no rule. */
  readonly guess?: true;
}

/** The pods behind a Service that get no requests, a name a line. */
const NOT_READY = '{range .subsets[*].notReadyAddresses[*]}{.targetRef.name}{"\\n"}{end}';

/** Fields that an object has for itself, and that a new one must not bring along. */
const OWN_FIELDS = 'uid|resourceVersion|creationTimestamp|selfLink|generation';

/**
 * The commands for one API, filled and quoted for the shell. Empty for a local one, and one without a name: those are
 * not to be touched by hand.
 */
export function apiServiceCommands(
  { name, group, version, local, service, reason }: ApiService,
  target: KubectlTarget,
): ApiServiceCommand[] {
  if (local || name === '') return [];
  const word = (text: string): string => quote(text, target.shell);
  const kubectl = ['kubectl']
    .concat(target.context === '' ? [] : ['--context', word(target.context)])
    .concat(target.server === '' ? [] : ['--server', word(target.server)])
    .join(' ');
  const api = word(name);
  const file = word(`apiservice-${name}.yaml`);
  const commands: ApiServiceCommand[] = [];
  const add = (
    act: ApiServiceAct,
    danger: ApiServiceCommand['danger'],
    command: string,
    guess = false,
  ): void => void commands.push({ act, danger, command, ...(guess ? { guess } : {}) });

  add(
    'look',
    0,
    `${kubectl} get apiservice ${api} -o jsonpath='{.status.conditions[?(@.type=="Available")].message}'`,
  );
  add(
    'backup',
    1,
    `${kubectl} get apiservice ${api} -o yaml > ${file} && grep -c '^kind: APIService' ${file}`,
  );
  if (service) {
    const inNamespace = `${kubectl} -n ${word(service.namespace)}`;
    const own = word(service.name);
    const deployment = word(`deployment/${service.name}`);
    switch (reason) {
      case 'ServicePortError':
        add('fix', 0, `${inNamespace} get service ${own} -o jsonpath='{.spec.ports[*].port}'`);
        add('fix', 0, `${kubectl} get apiservice ${api} -o jsonpath='{.spec.service.port}'`);
        break;
      case 'EndpointsNotFound':
        add('fix', 0, `${inNamespace} get service ${own} -o jsonpath='{.spec.selector}'`);
        break;
      case 'MissingEndpoints':
        add('fix', 0, `${inNamespace} get endpoints ${own} -o jsonpath='${NOT_READY}'`);
        add('fix', 0, `${inNamespace} logs ${deployment} --tail 20`, true);
        add('fix', 2, `${inNamespace} rollout restart ${deployment}`, true);
        break;
      case 'FailedDiscoveryCheck':
        add('fix', 0, `${kubectl} get --raw ${word(`/apis/${group}/${version}`)}`);
        add('fix', 0, `${inNamespace} get endpoints ${own}`);
        break;
      case 'ServiceNotFound':
        add('fix', 0, `${inNamespace} get service,deployment`);
        break;
      default:
        add('fix', 0, `${inNamespace} get service,endpoints ${own}`);
    }
  }
  add('verify', 0, `${kubectl} wait --for=condition=Available --timeout=120s ${word(`apiservice/${name}`)}`);
  add('delete', 3, `${kubectl} delete apiservice ${api}`);
  add('restore', 2, `sed -E '/^  (${OWN_FIELDS}):/d; /^status:/,$d' ${file} | ${kubectl} apply -f -`);
  return commands;
}
