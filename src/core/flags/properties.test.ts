import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR, growth } from '../../../tests/support/growth.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { COMPONENTS } from '../kube/index.ts';
import { auditFlags } from './audit.ts';
import { readTokens } from './tokens.ts';
import { findingWords } from './words.ts';

const PIECES = [
  'kubelet ',
  'kube-apiserver ',
  '--kubeconfig=/k ',
  '--v=2',
  '-v',
  '--',
  '--feature-gates=TokenRequest=true,A',
  '--require-kubeconfig',
  'Environment="A=',
  'ExecStart=/kubelet $A ${A}',
  'kind: KubeletConfiguration',
  'Kubernetes v1.',
  '\n',
  '__proto__',
  '--constructor=',
];

const argument = fc.record({
  text: fc.oneof(
    hostileText(PIECES, 3),
    fc.constantFrom('', '-', '--', '--v', '-v8', '--kubeconfig', '--x=y'),
  ),
  span: fc.constant({ from: 0, to: 0 }),
});

describe('a command line', () => {
  it('never makes the audit throw, and each finding has words and a place in the paste', () => {
    const minor = fc.option(fc.integer({ min: 4, max: 36 }), { nil: undefined });
    fc.assert(
      fc.property(
        hostileText(PIECES, 20),
        minor,
        fc.constantFrom(...COMPONENTS),
        (text, release, component) => {
          const audits = auditFlags(text, {
            component,
            release: release === undefined ? undefined : { minor: release },
          });
          for (const { findings } of audits) {
            for (const finding of findings) {
              for (const language of ['en', 'zh'] as const) {
                const words = findingWords(finding, language);
                expect(words.length).toBeGreaterThan(5);
                expect(words).not.toMatch(/undefined/);
              }
              expect(finding.span.from).toBeGreaterThanOrEqual(0);
              expect(finding.span.to).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
    );
  });

  it('loses no word when it is taken for flags', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMPONENTS), fc.array(argument), (component, args) => {
        const words = readTokens(component, args).flatMap((token) => token.words);
        expect(words).toEqual(args.map(({ text }) => text));
      }),
    );
  });

  it('keeps every word in its diff, kept or dropped', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES.filter((piece) => piece.startsWith('--')))), (flags) => {
        const [audit] = auditFlags(`kubelet --x ${flags.join(' ')}`.trim(), { release: { minor: 20 } });
        if (!audit) return;
        const old = audit.corrected.diff.filter(({ kind }) => kind !== 'added').map(({ text }) => text);
        expect(old).toEqual(audit.read.command.argv.map(({ text }) => text));
      }),
    );
  });
});

describe('the audit of a long paste', () => {
  it.each([
    ['flags', (size: number) => `kubelet ${'--v=2 '.repeat(size)}`],
    ['unknown flags', (size: number) => `kubelet ${'--frobnicate '.repeat(size)}`],
    ['gates', (size: number) => `kubelet --feature-gates=${'A=true,'.repeat(size)}`],
    ['versions', (size: number) => 'Kubernetes v1.7.16\n'.repeat(size)],
    [
      'settings of a file',
      (size: number) => `kubelet --v=2\nkind: KubeletConfiguration\n${'a:\n  b: c\n'.repeat(size)}`,
    ],
  ])('costs as much as it is long: %s', (_, make) => {
    expect(growth((text) => auditFlags(text), make, 500)).toBeLessThan(LINEAR);
  });
});
