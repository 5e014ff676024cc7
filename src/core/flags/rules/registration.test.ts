import { describe, expect, it } from 'vitest';
import { splitWords } from '../../shell/index.ts';
import { readTokens } from '../tokens.ts';
import { kubeletMode } from './registration.ts';

describe('a kubelet', () => {
  it.each([
    [7, '--kubeconfig=/k', 'standalone'],
    [7, '--kubeconfig=/k --require-kubeconfig', 'registers'],
    [7, '--require-kubeconfig', 'registers'],
    [7, '--api-servers=https://m:6443', 'registers'],
    [7, '--api-servers=', 'standalone'],
    [8, '--kubeconfig=/k', 'registers'],
    [8, '--require-kubeconfig', 'registers'],
    [8, '--v=2', 'standalone'],
    [8, '--kubeconfig=/k --api-servers=https://m:6443', 'exits'],
    [9, '--kubeconfig=/k --require-kubeconfig', 'registers'],
    [10, '--kubeconfig=/k --require-kubeconfig', 'exits'],
    [20, '', 'standalone'],
    [20, '--kubeconfig=/k', 'registers'],
    [36, '--kubeconfig=/k', 'registers'],
  ])('1.%i with `%s`: %s', (minor, flags, mode) => {
    expect(kubeletMode(minor, { tokens: readTokens('kubelet', splitWords(flags).words) })).toBe(mode);
  });
});
