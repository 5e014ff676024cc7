import { describe, expect, it } from 'vitest';
import { type SampleLine, describeLine } from '../../../../tests/support/log-lines.ts';

/** Composed from the patterns named at the reader. */
const LINES: readonly SampleLine[] = [
  [
    'logback',
    '2026-11-21 08:18:33,123 [main] ERROR com.acme.Server - cannot bind',
    {
      format: 'java',
      severity: 'error',
      time: '2026-11-21T08:18:33.123000',
      logger: 'com.acme.Server',
      message: 'cannot bind',
    },
  ],
  [
    'logback without configuration',
    '08:18:33.123 [main] INFO  com.acme.Server - started',
    {
      format: 'java',
      severity: 'info',
      time: '08:18:33.123000',
      logger: 'com.acme.Server',
      message: 'started',
    },
  ],
  [
    'a logger without dots behind a thread',
    '08:18:33.123 [main] WARN  Server - slow',
    { format: 'java', severity: 'warning', time: '08:18:33.123000', logger: 'Server', message: 'slow' },
  ],
  [
    'a thread with brackets and blanks',
    '2026-11-21 08:18:33,123 [qtp-[1] a] DEBUG o.e.j.s.Server -- x - y',
    {
      format: 'java',
      severity: 'debug',
      time: '2026-11-21T08:18:33.123000',
      logger: 'o.e.j.s.Server',
      message: '-- x - y',
    },
  ],
  [
    'log4j of Hadoop',
    '2026-11-21 08:18:33,871 INFO  [main] server.Server: jetty-9.4',
    {
      format: 'java',
      severity: 'info',
      time: '2026-11-21T08:18:33.871000',
      logger: 'server.Server',
      message: 'jetty-9.4',
    },
  ],
  [
    'a place behind the logger',
    '2026-11-21 08:18:33,457 INFO  namenode.NameNode (LogAdapter.java:info(51)) - registered',
    {
      format: 'java',
      severity: 'info',
      time: '2026-11-21T08:18:33.457000',
      logger: 'namenode.NameNode',
      message: 'registered',
    },
  ],
  [
    'Spark',
    '26/11/21 08:18:33 INFO Remoting: Starting remoting',
    {
      format: 'java',
      severity: 'info',
      time: '2026-11-21T08:18:33',
      logger: 'Remoting',
      message: 'Starting remoting',
    },
  ],
  [
    'Spring Boot 3',
    '2026-11-21T08:18:33.123Z  INFO 1 --- [acme] [           main] c.acme.Server                            : Started',
    {
      format: 'spring-boot',
      severity: 'info',
      time: '2026-11-21T08:18:33.123000Z',
      process: 1,
      logger: 'c.acme.Server',
      message: 'Started',
    },
  ],
  [
    'Spring Boot 2',
    '2026-11-21 08:18:33.123 ERROR 7 --- [main] c.acme.Server : Application run failed',
    {
      format: 'spring-boot',
      severity: 'error',
      time: '2026-11-21T08:18:33.123000',
      process: 7,
      logger: 'c.acme.Server',
      message: 'Application run failed',
    },
  ],
  [
    'Quarkus',
    '2026-11-21 08:18:33,123 INFO  [io.quarkus] (main) Keycloak 24.0 on JVM started in 3.1s',
    {
      format: 'java',
      severity: 'info',
      time: '2026-11-21T08:18:33.123000',
      logger: 'io.quarkus',
      message: 'Keycloak 24.0 on JVM started in 3.1s',
    },
  ],
  [
    'Tomcat',
    '21-Nov-2026 08:18:33.123 SEVERE [main] org.apache.catalina.core.StandardService.start Failed to start',
    {
      format: 'java',
      severity: 'error',
      time: '2026-11-21T08:18:33.123000',
      logger: 'org.apache.catalina.core.StandardService.start',
      message: 'Failed to start',
    },
  ],
  [
    'an agent that names itself in front',
    '[otel.javaagent 2026-11-21 08:18:33:317 +0000] [main] INFO io.opentelemetry.Agent - started',
    {
      format: 'java',
      severity: 'info',
      time: '2026-11-21T08:18:33.317000Z',
      logger: 'io.opentelemetry.Agent',
      message: 'started',
    },
  ],
];

describe('a line of a Java logger', () => {
  it.each(LINES)('is read: %s', (_, line, expected) => {
    expect(describeLine(line)).toEqual(expected);
  });
});
