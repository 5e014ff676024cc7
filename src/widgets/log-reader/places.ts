import { type KlogCandidate, klogCandidates } from '../../core/kube/index.ts';
import type { LogEntry } from '../../core/log/index.ts';

/** Where in the source of Kubernetes the line of a record may be logged, by the number of the record's line. */
export interface Places {
  readonly number: number;
  readonly places: readonly Place[];
}

export interface Place {
  /** From the root of the repository, with the line. */
  readonly path: string;
  /** At the latest release that logs from there. */
  readonly link: string;
  readonly releases: readonly string[];
}

/** The places whose very line some release logs from; a file of that name alone says nothing. */
export function placesOf({ number, place = '' }: Pick<LogEntry, 'number' | 'place'>): Places {
  const colon = place.lastIndexOf(':');
  const line = Number(place.slice(colon + 1));
  const candidates = klogCandidates(place.slice(0, colon), line);
  return { number, places: candidates.filter(({ releases }) => releases.length > 0).map(toPlace(line)) };
}

const toPlace =
  (line: number) =>
  ({ repository, path, releases }: KlogCandidate): Place => {
    const release = releases.at(-1)?.split('–').at(-1) ?? '';
    return {
      path: `${path}:${line}`,
      link: `https://github.com/${repository}/blob/v${release}/${path}#L${line}`,
      releases,
    };
  };
