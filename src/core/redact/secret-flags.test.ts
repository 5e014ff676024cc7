import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../kube/component-flags.json' with { type: 'json' };
import { maskArguments, secretValueStart } from './secret-flags.ts';

const mask = (...argv: string[]): string => maskArguments(argv).join(' ');

describe('a masked command line', () => {
  it.each([
    '--token=abc123',
    '-token=abc123',
    '--bootstrap-token=abc123',
    '--storage-driver-password=root',
    '--oidc-client-secret=s3cr3t',
    '--db-passwd=x',
    '--API-KEY=x',
    '--apikey=x',
    '--aws-credential=x',
    '--token=a=b',
  ])('hides the value of %s', (argument) => {
    expect(mask(argument)).toBe(`${argument.slice(0, argument.indexOf('=') + 1)}••••••`);
  });

  it('hides a value that stands behind its flag', () => {
    expect(mask('kubectl', '--token', 'abc123', 'get', 'pod')).toBe('kubectl --token •••••• get pod');
    expect(mask('x', '--token', '--v=2')).toBe('x --token --v=2');
  });

  it('hides a password in an address, and what follows it', () => {
    expect(mask('--etcd-servers=https://root:abc@10.0.0.1:2379')).toBe('--etcd-servers=https://••••••');
    expect(mask('—token=abc')).toBe('—token=••••••');
    for (const shown of [
      '--etcd-servers=https://10.0.0.1:2379',
      '--issuer=https://a/b:c@d',
      '--x=user@host:1',
      '--listen=unix:///run/x.sock',
    ])
      expect(mask(shown)).toBe(shown);
  });

  it('tells nothing of how long a secret is', () => {
    expect(mask('--token=a')).toBe(mask('--token=abcdefghijklmnop'));
  });

  it.each([
    '--token-auth-file=/etc/tokens.csv',
    '--token=',
    '--enable-bootstrap-token-auth=true',
    '--use-service-account-credentials=false',
    '--service-account-lookup',
    '--feature-gates=BoundServiceAccountTokenVolume=false',
    '--tls-private-key-file=/etc/key.pem',
    'token=abc',
    '--',
    '=',
    '',
  ])('shows %j', (argument) => {
    expect(mask(argument)).toBe(argument);
  });

  it('shows every flag of the control plane but those that hold a secret', () => {
    const flags = Object.values<Record<string, string>>(table.components).flatMap((byType) =>
      Object.entries(byType).flatMap(([type, names]) => (type === 'bool' ? [] : names.split(' '))),
    );
    const masked = flags.filter((flag) => mask(`--${flag}=value`) !== `--${flag}=value`);
    expect(flags.length).toBeGreaterThan(400);
    expect(new Set(masked)).toEqual(new Set(['storage-driver-password']));
  });

  it('changes nothing in front of a secret, and has as many words as before', () => {
    const argument = fc.oneof(fc.string(), fc.constantFrom('--token', '--password=', '--secret=a=b', '-x'));
    fc.assert(
      fc.property(fc.array(argument), (argv) => {
        const masked = maskArguments(argv);
        expect(masked).toHaveLength(argv.length);
        masked.forEach((word, index) => {
          const start = secretValueStart(argv[index] ?? '', argv[index - 1]);
          expect(word).toBe(start === undefined ? argv[index] : `${argv[index]?.slice(0, start)}••••••`);
        });
      }),
    );
  });
});
