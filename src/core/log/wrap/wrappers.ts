import { ANSI } from './ansi.ts';
import { BOX } from './box.ts';
import { COMPOSE } from './compose.ts';
import { CRI } from './cri.ts';
import { DOCKER_JSON } from './docker-json.ts';
import { HTML_ENTITIES } from './entities.ts';
import { ESCAPED } from './escaped.ts';
import { FENCE } from './fence.ts';
import { FLUENT_BIT } from './fluent-bit.ts';
import { GREP } from './grep.ts';
import { JOURNALD_JSON } from './journald-json.ts';
import { JOURNALD } from './journald.ts';
import { KUBECTL_PREFIX } from './kubectl-prefix.ts';
import type { Wrapper } from './layer.ts';
import { QUOTE } from './quote.ts';
import { STERN } from './stern.ts';
import { SYSLOG } from './syslog.ts';
import { TIMESTAMP } from './timestamp.ts';
import { TYPOGRAPHY } from './typography.ts';

/**
 * Every wrapper that is taken off a line, in the order in which they are tried; what one leaves is tried again from the top.
 * To add one: a file here that exports a `Wrapper`, an id in `layer.ts`, and a row, the stricter shape in front of the
 * laxer. What needs more than one line (rows of a terminal, partial lines, journald's indented lines) is in `unwrap.ts`.
 */
export const WRAPPERS: readonly Wrapper[] = [
  ANSI,
  QUOTE,
  FENCE,
  BOX,
  KUBECTL_PREFIX,
  FLUENT_BIT,
  COMPOSE,
  CRI,
  JOURNALD,
  TIMESTAMP,
  SYSLOG,
  DOCKER_JSON,
  JOURNALD_JSON,
  STERN,
  ESCAPED,
  GREP,
  HTML_ENTITIES,
  TYPOGRAPHY,
];
