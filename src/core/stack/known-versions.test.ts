import { expect, it } from 'vitest';
import { createVersionsSeen } from './known-versions.ts';
import { readStacks } from './read.ts';
import type { KnownVersions } from './source-link.ts';

function seenIn(...files: string[]): KnownVersions {
  const seen = createVersionsSeen();
  for (const file of files) {
    const text = `goroutine 1 [running]:\nk8s.io/x.F()\n\t${file}:7 +0x1\n`;
    for (const goroutine of readStacks(text).stacks.flatMap(({ goroutines }) => goroutines))
      seen.push(goroutine);
  }
  return seen.known();
}

it.each<[string, string[], string | undefined]>([
  ['of a library tells that of Kubernetes', ['/go/pkg/mod/k8s.io/apiserver@v0.17.3/a.go'], '1.17.3'],
  [
    'that comes first counts',
    ['/go/pkg/mod/k8s.io/api@v0.20.2/a.go', '/go/pkg/mod/k8s.io/api@v0.21.0/a.go'],
    '1.20.2',
  ],
  ['of another library tells nothing', ['/go/pkg/mod/github.com/spf13/cobra@v0.0.5/a.go'], undefined],
  [
    'that is a commit tells nothing',
    ['/go/pkg/mod/k8s.io/kube-openapi@v0.0.0-20201113171705-d219536bb9fd/a.go'],
    undefined,
  ],
  ['of klog tells nothing', ['/go/pkg/mod/k8s.io/klog/v2@v2.4.0/klog.go'], undefined],
])('the version %s', (_, files, kubernetes) => {
  expect(seenIn(...files).kubernetes).toBe(kubernetes);
});
