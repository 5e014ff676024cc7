import { describe, expect, it } from 'vitest';
import { placesOf } from './places.ts';

describe('the places that a line of klog may be logged from', () => {
  it('are those whose line some release logs from, with a link to the latest of them', () => {
    expect(placesOf({ number: 3, place: 'secure_serving.go:202' })).toEqual({
      number: 3,
      places: [
        {
          path: 'staging/src/k8s.io/apiserver/pkg/server/secure_serving.go:202',
          link: 'https://github.com/kubernetes/kubernetes/blob/v1.21.14/staging/src/k8s.io/apiserver/pkg/server/secure_serving.go#L202',
          releases: expect.arrayContaining([expect.stringContaining('1.21.14')]),
        },
      ],
    });
  });

  it.each([['main.go:1'], ['secure_serving.go:1'], ['']])('are none for %j', (place) => {
    expect(placesOf({ number: 1, place }).places).toEqual([]);
  });
});
