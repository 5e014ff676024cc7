import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realProgram } from '../../../../tests/support/real-program.ts';
import type { ApiService } from './api-service.ts';
import { type KubectlTarget, apiServiceCommands } from './commands.ts';
import { readApiServices } from './list.ts';
import { AVAILABILITY_REASONS } from './reasons.ts';

const HERE: KubectlTarget = { context: 'prod', server: 'https://10.0.0.1:6443', shell: 'bash' };

const api = (row: string): ApiService => {
  const [first] = readApiServices(`${row}\n`).services;
  if (!first) throw new Error(`no row: ${row}`);
  return first;
};
const METRICS = api('v1beta1.metrics.k8s.io  kube-system/metrics-server  False (MissingEndpoints)  15m');

describe('the commands for an API that is not available', () => {
  it('save it first, mend its backend, and delete it last, with the way back behind that', () => {
    const acts = apiServiceCommands(METRICS, HERE).map(({ act }) => act);
    expect([...new Set(acts)]).toEqual(['look', 'backup', 'fix', 'verify', 'delete', 'restore']);
  });

  it('are filled, and name context and server', () => {
    const [, backup] = apiServiceCommands(METRICS, HERE);
    expect(backup).toEqual({
      act: 'backup',
      danger: 1,
      command:
        "kubectl --context prod --server https://10.0.0.1:6443 get apiservice v1beta1.metrics.k8s.io -o yaml > apiservice-v1beta1.metrics.k8s.io.yaml && grep -c '^kind: APIService' apiservice-v1beta1.metrics.k8s.io.yaml",
    });
    const [look] = apiServiceCommands(METRICS, { context: '', server: '', shell: 'bash' });
    expect(look?.command).toMatch(/^kubectl get apiservice v1beta1\.metrics\.k8s\.io -o jsonpath=/);
  });

  it.each(AVAILABILITY_REASONS.filter((reason) => reason !== 'Local'))(
    'with the reason %s change nothing but where it is said',
    (reason) => {
      for (const { act, danger, command, guess } of apiServiceCommands({ ...METRICS, reason }, HERE)) {
        const changes = /\b(delete|apply|rollout restart|patch|scale|edit)\b/.test(command);
        expect([command, danger >= 2]).toEqual([command, changes]);
        if (act === 'delete') expect(danger).toBe(3);
        if (command.includes('deployment/')) expect(guess).toBe(true);
      }
    },
  );

  it.each([
    ['ServicePortError', '.spec.ports[*].port'],
    ['EndpointsNotFound', '.spec.selector'],
    ['MissingEndpoints', 'rollout restart deployment/metrics-server'],
    ['FailedDiscoveryCheck', 'get --raw /apis/metrics.k8s.io/v1beta1'],
    ['ServiceNotFound', 'get service,deployment'],
    ['ReasonOfTomorrow', 'get service,endpoints metrics-server'],
  ])('begin for %s with what fits it', (reason, piece) => {
    const fixes = apiServiceCommands({ ...METRICS, reason }, HERE).filter(({ act }) => act === 'fix');
    expect(fixes.map(({ command }) => command).join('\n')).toContain(piece);
  });

  it('are none for a local one, and for one without a name', () => {
    expect(apiServiceCommands(api('v1.apps  Local  False  9s'), HERE)).toEqual([]);
    expect(apiServiceCommands({ ...METRICS, name: '' }, HERE)).toEqual([]);
  });
});

const sh = realProgram('bash');

describe.skipIf(!sh)('in bash', () => {
  it('they cannot be made to do something else by a name', () => {
    const name = "v1.x'; echo gone #";
    const evil = { ...METRICS, name, service: { namespace: '$(echo gone)', name: '`echo gone`' } };
    const commands = apiServiceCommands(evil, { ...HERE, context: '"; echo gone' });
    for (const { act, command } of commands.filter((one) => !['backup', 'restore'].includes(one.act))) {
      const script = `kubectl() { printf '[%s]' "$@"; }; ${command}`;
      const printed = execFileSync(sh ?? '', ['-c', script], { encoding: 'utf8' });
      expect([act, printed.slice(0, 25)]).toEqual([act, '[--context]["; echo gone]']);
      expect(printed.includes(`${name}]`) || printed.includes('[$(echo gone)]')).toBe(true);
      expect(printed).not.toContain('\n');
    }
  });

  it('the way back takes out what the old object had for itself, and its status, and leaves the rest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultbook-restore-'));
    try {
      const saved = readFileSync(new URL('../samples/apiservice.yaml', import.meta.url), 'utf8');
      writeFileSync(join(folder, 'apiservice-v1beta1.metrics.k8s.io.yaml'), saved);
      const restore = apiServiceCommands(METRICS, HERE).find(({ act }) => act === 'restore');
      const [sed = ''] = (restore?.command ?? '').split(' | kubectl');
      const restored = execFileSync(sh ?? '', ['-c', sed], { cwd: folder, encoding: 'utf8' });
      expect(restored).not.toMatch(/uid|resourceVersion|creationTimestamp|status/);
      expect(restored).toMatch(/^apiVersion: apiregistration\.k8s\.io\/v1\nkind: APIService\nmetadata:\n/);
      expect(readApiServices(restored).services).toMatchObject([
        {
          name: 'v1beta1.metrics.k8s.io',
          service: { namespace: 'kube-system', name: 'metrics-server', port: 443 },
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
