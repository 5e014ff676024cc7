import type { Language } from '../../text/index.ts';
import type { ApiService, Availability } from './api-service.ts';
import { type ApiServiceCommand, type KubectlTarget, apiServiceCommands } from './commands.ts';
import { DISCOVERY_FAILURE_WORDS, discoveryFailure } from './discovery-message.ts';
import { type Effect, generalEffects, groupEffects } from './effects.ts';
import { type ApiServiceFinding, apiServiceFindings, unavailable } from './findings.ts';
import type { ApiServiceList, ApiServiceSource } from './list.ts';
import { apiServiceProblemWords } from './problem-words.ts';
import { isKnownReason, reasonFirst, reasonMeans, reasonSource } from './reasons.ts';

/** Something that breaks, in one language, and where the source shows it. */
export interface ToldEffect {
  readonly words: string;
  readonly source: string;
}

/** One API, explained in one language. Of an available one, only what the table has. */
export interface ToldApiService {
  readonly name: string;
  readonly version: string;
  readonly group: string;
  /** `Local`, `namespace/name`, or empty if the piece does not tell it. */
  readonly service: string;
  readonly local: boolean;
  readonly available: Availability;
  readonly reason?: string;
  readonly message?: string;
  readonly age?: string;
  readonly since?: string;
  readonly means?: string;
  /** What the message says beyond the reason. */
  readonly how?: string;
  readonly first?: string;
  /** Where the source gives the reason; absent for one that nobody knows. */
  readonly source?: string;
  readonly effects: readonly ToldEffect[];
  readonly commands: readonly ApiServiceCommand[];
}

export interface ApiServiceReport {
  /** Those that are not available first. */
  readonly rows: readonly ToldApiService[];
  readonly unavailable: number;
  readonly local: number;
  readonly mentions: readonly { readonly name: string; readonly error: string; readonly line: number }[];
  /** What breaks whichever is not available; empty if all are. */
  readonly effects: readonly ToldEffect[];
  readonly findings: readonly ApiServiceFinding[];
  readonly sources: readonly ApiServiceSource[];
  readonly problems: readonly string[];
  readonly unread: readonly { readonly number: number; readonly text: string }[];
  readonly unreadCount: number;
}

const MAX_UNREAD = 100;
const MAX_TEXT = 300;
const MAX_MENTIONS = 100;

/** The list as plain data in one language, for a page or a terminal: explained, with the commands for each row. */
export function apiServiceReport(
  list: ApiServiceList,
  target: KubectlTarget,
  language: Language,
): ApiServiceReport {
  const down = unavailable(list.services);
  const up = list.services.filter(({ available }) => available === 'True');
  const findings = apiServiceFindings(list);
  const broken = down.length > 0 || list.mentions.length > 0;
  const tell = ({ words, source }: Effect): ToldEffect => ({ words: words[language], source });
  return {
    rows: [...down.map((one) => explain(one, target, language)), ...up.map(plain)],
    unavailable: down.length,
    local: list.services.filter(({ local }) => local).length,
    mentions: list.mentions
      .flatMap(({ apis, line }) =>
        apis.map(({ name, error }) => ({ name, error: error.slice(0, MAX_TEXT), line })),
      )
      .slice(0, MAX_MENTIONS),
    effects: broken ? generalEffects().map(tell) : [],
    findings,
    sources: list.sources,
    problems: list.problems.map((problem) => apiServiceProblemWords(problem, language)),
    unread: list.unread
      .slice(0, MAX_UNREAD)
      .map(({ number, text }) => ({ number, text: text.slice(0, MAX_TEXT) })),
    unreadCount: list.unread.length,
  };
}

function plain({
  name,
  version,
  group,
  local,
  service,
  available,
  reason,
  age,
  since,
}: ApiService): ToldApiService {
  return {
    name,
    version,
    group,
    service: local ? 'Local' : service ? `${service.namespace}/${service.name}` : '',
    local,
    available,
    ...(reason === undefined ? {} : { reason }),
    ...(age === undefined ? {} : { age }),
    ...(since === undefined ? {} : { since }),
    effects: [],
    commands: [],
  };
}

function explain(one: ApiService, target: KubectlTarget, language: Language): ToldApiService {
  const { reason, message, group, local } = one;
  const failure = reason === 'FailedDiscoveryCheck' && message ? discoveryFailure(message) : undefined;
  const first = local ? undefined : reasonFirst(one);
  const known = reason !== undefined && isKnownReason(reason);
  return {
    ...plain(one),
    means: reasonMeans(one)[language],
    ...(message === undefined ? {} : { message }),
    ...(failure ? { how: DISCOVERY_FAILURE_WORDS[failure][language] } : {}),
    ...(first ? { first: first[language] } : {}),
    ...(known ? { source: reasonSource(reason, 'v0.34.0') } : {}),
    effects: groupEffects(group).map(({ words, source }) => ({ words: words[language], source })),
    commands: apiServiceCommands(one, target),
  };
}
