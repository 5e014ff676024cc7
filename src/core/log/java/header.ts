import { CODE, isBlank, isDigit, readNumber } from '../../text/index.ts';
import { behindLevel, findLevel } from '../find-level.ts';
import type { LogHeader } from '../header.ts';
import { makeHeader } from '../make-header.ts';
import { type Stamp, leadingStamp } from '../timestamp.ts';
import { bracketEnd, isAlphanumeric, restOf, skipBlanks, skipBrackets } from '../tokens.ts';

/**
 * Reads a line of logback, log4j or Tomcat in their usual patterns, and of Spring Boot:
 *
 *     > 2026-11-21 08:18:33,123 [main] ERROR com.acme.Server - msg        %d [%t] %-5level %logger - %msg
 *     > 08:18:33.123 [main] INFO  com.acme.Server - msg                   logback without configuration
 *     > 2026-11-21 08:18:33,123 INFO  [main] server.Server: msg           log4j 1 of Hadoop, HBase, ZooKeeper
 *     > 2026-11-21T08:18:33.123Z  INFO 1 --- [main] c.acme.Server : msg   Spring Boot
 *     > 2026-11-21 08:18:33,123 INFO  [org.jboss.as] (main) msg           WildFly, Quarkus, Keycloak
 *     > 21-Nov-2026 08:18:33.123 INFO [main] org.apache.catalina.core.StandardService.start msg      Tomcat
 *
 * A logger's name is told by its dots, or by a thread in brackets in front of it.
 *
 * Sources: [logback layouts](https://logback.qos.ch/manual/layouts.html), log4j 2 `DefaultConfiguration`, JBoss
 * LogManager's default pattern (3.0), Tomcat `OneLineFormatter` (10.1), Spring Boot `defaults.xml` (3.2).
 */
export function readJavaHeader(line: string, stamp = leadingStamp(line)): LogHeader | undefined {
  if (!stamp) return undefined;
  const level = findLevel(line, stamp.to);
  if (!level) return undefined;
  const { severity } = level;
  const boot = readSpringBoot(line, level.to);
  if (boot) {
    return makeHeader('spring-boot', restOf(line, boot.text), { severity, time: stamp.time, ...boot });
  }
  const behind = behindLevel(line, level.to);
  const named =
    readJboss(line, behind) ?? readLogger(line, skipBrackets(line, behind), isThreaded(line, stamp, behind));
  return (
    named &&
    makeHeader('java', restOf(line, named.text), { severity, time: stamp.time, logger: named.logger })
  );
}

/** A thread in brackets in front of the level or behind it. Spark prints none, but its year has two digits. */
const isThreaded = (line: string, stamp: Stamp, behind: number): boolean =>
  line.charCodeAt(skipBlanks(line, stamp.to)) === CODE.openBracket ||
  line.charCodeAt(behind) === CODE.openBracket ||
  line.charCodeAt(stamp.from + 2) === CODE.slash;

/** `[org.jboss.as] (MSC service thread 1-2) msg` */
function readJboss(line: string, from: number): { logger: string; text: number } | undefined {
  if (line.charCodeAt(from) !== CODE.openBracket) return undefined;
  const end = nameEnd(line, from + 1);
  const logger = line.slice(from + 1, end);
  if (!logger.includes('.') || !line.startsWith('] (', end)) return undefined;
  const close = bracketEnd(line, end + 2);
  return close === undefined ? undefined : { logger, text: skipBlanks(line, close) };
}

/** ` 1 --- [app] [main] c.acme.Server      : msg` */
function readSpringBoot(
  line: string,
  from: number,
): { process: number; logger: string; text: number } | undefined {
  const pid = readNumber(line, skipBlanks(line, from));
  if (!pid || !line.startsWith(' --- [', pid.to)) return undefined;
  const at = skipBrackets(line, pid.to + 5);
  const end = nameEnd(line, at);
  const colon = skipBlanks(line, end);
  if (line.charCodeAt(colon) !== CODE.colon) return undefined;
  return { process: pid.value, logger: line.slice(at, end), text: skipBlank(line, colon + 1) };
}

/** `com.acme.Server - msg`, `com.acme.Server: msg`, `com.acme.Server (Server.java:12) - msg`, `a.b.C.method msg` */
function readLogger(
  line: string,
  from: number,
  threaded: boolean,
): { logger: string; text: number } | undefined {
  const end = nameEnd(line, from);
  const dots = dotsIn(line, from, end);
  if (end === from || isDigit(line.charCodeAt(from)) || (dots === 0 && !threaded)) return undefined;
  let at = skipBlanks(line, end);
  if (line.charCodeAt(at) === CODE.openParen) at = skipBlanks(line, bracketEnd(line, at) ?? at);
  const bracketed = skipBrackets(line, at);
  const mark = line.charCodeAt(bracketed);
  if (mark === CODE.minus || (mark === CODE.colon && bracketed >= end)) {
    const behind = line.charCodeAt(bracketed + 1);
    if (isBlank(behind) || Number.isNaN(behind))
      return { logger: line.slice(from, end), text: skipBlank(line, bracketed + 1) };
  }
  return dots >= 2 && isBlank(line.charCodeAt(end))
    ? { logger: line.slice(from, end), text: skipBlanks(line, end) }
    : undefined;
}

function dotsIn(line: string, from: number, to: number): number {
  let dots = 0;
  for (let at = from; at < to; at++) if (line.charCodeAt(at) === CODE.dot) dots++;
  return dots;
}

const skipBlank = (line: string, at: number): number => (isBlank(line.charCodeAt(at)) ? at + 1 : at);

const MAX_NAME = 200;

/** Letters, digits and `.`, `_`, `$`, `-`, `/`, `@`, `#` of a logger's name. */
function nameEnd(line: string, from: number): number {
  const limit = Math.min(line.length, from + MAX_NAME);
  let at = from;
  while (at < limit && isNamePart(line.charCodeAt(at))) at++;
  return at;
}

const isNamePart = (code: number): boolean =>
  isAlphanumeric(code) ||
  code === CODE.underscore ||
  code === CODE.at ||
  (code >= 35 && code <= 36) ||
  (code >= 45 && code <= 47);
