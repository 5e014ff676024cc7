import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawable } from '../text/index.ts';
import { goLandConfiguration, sshTunnel, vsCodeConfiguration, vsCodeLaunch } from './attach.ts';
import { KUBERNETES_SOURCES } from './options.ts';

const TARGET = { node: 'root@10.50.8.27', port: 2345, remotePath: KUBERNETES_SOURCES };
const names = fc.string({ unit: 'grapheme' }).filter((name) => drawable(name) === name);

describe('the tunnel', () => {
  it('leads to the loopback of the node', () => {
    expect(sshTunnel(TARGET, 'bash')).toBe('ssh -N -L 2345:127.0.0.1:2345 root@10.50.8.27');
  });

  it('has the node as one word, whatever was entered', () => {
    expect(sshTunnel({ ...TARGET, node: 'a; reboot' }, 'fish')).toMatch(/ 'a; reboot'$/);
  });
});

describe('the configuration of VS Code', () => {
  it('is JSON that attaches to the near end of the tunnel, with the sources of the build', () => {
    expect(JSON.parse(vsCodeConfiguration(TARGET, 'kube-apiserver on n1'))).toEqual({
      name: 'kube-apiserver on n1',
      type: 'go',
      request: 'attach',
      mode: 'remote',
      host: '127.0.0.1',
      port: 2345,
      substitutePath: [{ from: '${workspaceFolder}', to: '/go/src/k8s.io/kubernetes' }],
    });
  });

  it('is JSON whatever its name', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(JSON.parse(vsCodeConfiguration(TARGET, name))).toMatchObject({ name });
      }),
    );
  });
});

describe('the configuration of VS Code for dlv dap', () => {
  it('says what is to be started, with its arguments as they are', () => {
    const args = ['--cors=/127.0.0.1(:[0-9]+)?$', '', '--a="b"'];
    expect(JSON.parse(vsCodeLaunch(TARGET, 'n1', '/root/kube-apiserver', args))).toEqual({
      name: 'n1',
      type: 'go',
      request: 'launch',
      mode: 'exec',
      debugAdapter: 'dlv-dap',
      host: '127.0.0.1',
      port: 2345,
      program: '/root/kube-apiserver',
      args,
      substitutePath: [{ from: '${workspaceFolder}', to: '/go/src/k8s.io/kubernetes' }],
    });
  });
});

describe('the configuration of GoLand', () => {
  it('attaches to the near end of the tunnel, and leaves the program running afterwards', () => {
    const [component, configuration, option, disconnect] = elements(goLandConfiguration(TARGET, 'n1'));
    expect(component).toEqual(['component', { name: 'ProjectRunConfigurationManager' }]);
    expect(configuration).toEqual([
      'configuration',
      {
        default: 'false',
        name: 'n1',
        type: 'GoRemoteDebugConfigurationType',
        factoryName: 'Go Remote',
        host: '127.0.0.1',
        port: '2345',
      },
    ]);
    expect(option).toEqual(['option', { name: 'disconnectOption', value: 'LEAVE' }]);
    expect(disconnect).toEqual(['disconnect', { value: 'LEAVE' }]);
  });

  it('is well-formed whatever its name', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.constantFrom('"&<>\'', ']]>', '&amp;', '</configuration>')), (name) => {
        expect(elements(goLandConfiguration(TARGET, name))[1]?.[1]).toMatchObject({ name });
      }),
    );
  });
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The elements of an XML text in order, with their attributes. Throws if it is not well-formed. */
function elements(xml: string): [name: string, attributes: Record<string, string>][] {
  const found: [string, Record<string, string>][] = [];
  const open: string[] = [];
  let rest = xml;
  while (rest !== '') {
    const [tag, slash = '', name = '', attributes = '', empty = ''] =
      /^\s*<(\/?)([\w-]+)((?:\s+\w+="[^"<]*")*)\s*(\/?)>\s*/.exec(rest) ?? [];
    if (tag === undefined) throw new Error(`not well-formed: ${rest}`);
    rest = rest.slice(tag.length);
    if (slash) {
      if (open.pop() !== name) throw new Error(`closes what is not open: ${name}`);
      continue;
    }
    if (!empty) open.push(name);
    const pairs = [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      decoded(value),
    ]);
    found.push([name, Object.fromEntries(pairs) as Record<string, string>]);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return found;
}

const decoded = (value: string): string =>
  value.replace(/&(\w*);?/g, (entity, name: string) => {
    const character = entity.endsWith(';') ? ENTITIES[name] : undefined;
    if (character === undefined) throw new Error(`no entity: ${entity}`);
    return character;
  });
