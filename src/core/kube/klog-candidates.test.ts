import { describe, expect, it } from 'vitest';
import { klogCandidates } from './klog-candidates.ts';

const APISERVER = 'staging/src/k8s.io/apiserver/pkg/server';

describe('the places that the header of a log line may mean', () => {
  it.each([
    ['secure_serving.go', 197, '1.20.2', `${APISERVER}/secure_serving.go`],
    ['secure_serving.go', 202, 'v1.20.11', `${APISERVER}/secure_serving.go`],
    ['secure_serving.go', 197, 'v1.20.2-gke.100+a1', `${APISERVER}/secure_serving.go`],
    ['reflector.go', 138, '1.20.2', 'staging/src/k8s.io/client-go/tools/cache/reflector.go'],
    [
      'controller.go',
      116,
      '1.20.2',
      'staging/src/k8s.io/kube-aggregator/pkg/controllers/openapi/controller.go',
    ],
  ])('of %s:%i in %s is one alone', (file, line, version, path) => {
    expect(klogCandidates(file, line, version)).toEqual([
      expect.objectContaining({ repository: 'kubernetes/kubernetes', path, fits: 'release' }),
    ]);
  });

  it('name the releases that log from the line', () => {
    expect(klogCandidates('secure_serving.go', 202)).toEqual([
      {
        repository: 'kubernetes/kubernetes',
        path: `${APISERVER}/secure_serving.go`,
        fits: 'line',
        releases: ['1.19.15–1.19.16', '1.20.11–1.20.15', '1.21.5–1.21.14'],
      },
    ]);
  });

  it('of a release that logs from other lines are those of other releases', () => {
    expect(klogCandidates('secure_serving.go', 202, '1.20.2')).toEqual([
      expect.objectContaining({ fits: 'line', path: `${APISERVER}/secure_serving.go` }),
    ]);
  });

  it('of a line from which nobody logs are the files of that name, in that release', () => {
    const found = klogCandidates('reflector.go', 99_999, '1.20.2');
    expect(found).toEqual([
      expect.objectContaining({
        path: 'staging/src/k8s.io/client-go/tools/cache/reflector.go',
        fits: 'name',
        releases: [],
      }),
    ]);
    const later = klogCandidates('controller.go', 99_999, '1.36.0').map(({ path }) => path);
    const earlier = klogCandidates('controller.go', 99_999, '1.20.2').map(({ path }) => path);
    expect(later).not.toEqual(earlier);
  });

  it.each([
    ['a file of a component', 'kubelet.go', 1379],
    ['no name', '', 0],
    ['a name that files end with', 'ector.go', 138],
  ])('are none for %s', (_, file, line) => {
    expect(klogCandidates(file, line)).toEqual([]);
  });
});
