import { describe, expect, it } from 'vitest';
import { asMarkdown } from './copy.ts';
import { jobs } from './job.ts';
import {
  DEFAULT_SETTINGS,
  type ResolverState,
  emptyState,
  filesOf,
  inputOf,
  readSettings,
  settingsQuery,
  update,
} from './model.ts';

const HEAD = `head: cannot open '/proc/9/root/etc/nsswitch.conf' for reading: No such file or directory
==> /proc/9/root/etc/resolv.conf <==
nameserver 10.0.0.1
nameserver 10.0.0.2
nameserver 10.0.0.3

==> /proc/9/root/etc/hosts <==
127.0.0.1 localhost
`;

const answered = (state: ResolverState): ResolverState =>
  update(state, {
    type: 'answered',
    report: jobs.simulate({ lookup: inputOf(state), language: state.language }),
  });

describe('the resolver', () => {
  it('takes the files of a paste, simulates, and is stale when they are edited', () => {
    const offered = update(emptyState('en', {}), { type: 'offer', text: HEAD });
    expect(offered.offered?.resolvConf).toContain('10.0.0.3');
    const filled = update(offered, { type: 'fill', files: offered.offered ?? offered.files });
    const done = answered(filled);
    expect(done.phase).toMatchObject({
      report: { rows: { length: 6 }, findings: expect.arrayContaining(['race']) },
    });
    const edited = update(done, {
      type: 'input',
      files: { ...done.files, nsswitch: 'hosts: files dns\n' },
      settings: done.settings,
    });
    expect(edited).toMatchObject({ stale: true, phase: { kind: 'result' } });
    expect(answered(edited)).toMatchObject({
      stale: false,
      phase: { report: { rows: [], findings: ['answered-from-hosts'] } },
    });
    expect(update(edited, { type: 'clear' })).toMatchObject({
      phase: { kind: 'empty' },
      files: { resolvConf: '' },
    });
  });

  it('offers nothing of a paste without files', () => {
    expect(
      update(emptyState('en', {}), { type: 'offer', text: 'dial tcp: i/o timeout' }).offered,
    ).toBeUndefined();
    expect(filesOf('==> /etc/motd <==\nhello\n')).toBeUndefined();
  });

  it('draws so many bars and counts the others', () => {
    const files = {
      hosts: '',
      resolvConf: 'nameserver 10.0.0.1\noptions attempts:900 timeout:1\n',
      nsswitch: '',
    };
    const { report } = answered(update(emptyState('en', { limit: 0 }), { type: 'fill', files })).phase as {
      report: ReturnType<typeof jobs.simulate>;
    };
    expect(report.rows).toHaveLength(60);
    expect(report.left).toBe(240);
    expect(report.verdict).toContain('1800 queries');
  });

  it('is copied as a table that words alone tell', () => {
    const files = { hosts: '', resolvConf: 'nameserver 10.0.0.1\n', nsswitch: '' };
    const { phase } = answered(update(emptyState('en', {}), { type: 'fill', files }));
    expect(phase.kind === 'result' && asMarkdown(phase.report, 'en')).toMatchInlineSnapshot(`
      "Fails after 10.0 s: \`dial tcp: lookup localhost on 10.0.0.1:53: read udp <ip>:<port>->10.0.0.1:53: i/o timeout\` (4 queries; order dns,files).

      | Clock | Server | Query | Outcome |
      | --- | --- | --- | --- |
      | 0.0 s – 5.0 s | \`10.0.0.1\` | A, AAAA \`localhost.\` | no answer |
      | 5.0 s – 10.0 s | \`10.0.0.1\` | A, AAAA \`localhost.\` | no answer |
      | 10.0 s | \`/etc/hosts\` |  | does not have the name |

      "
    `);
  });

  it('puts settings into a link and reads them back, and no file, name or address', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      minor: 21,
      build: 'cgo',
      netdns: 'go',
      environment: true,
      servers: ['closed', 'answers', 'silent'],
      limit: 0,
      name: 'secret.example',
      hostname: 'secret-host',
      answer: '10.1.2.3',
    } as const;
    const query = settingsQuery(settings);
    expect(query).toBe('go=1.21&servers=closed.answers.silent&limit=0&cgo=1&netdns=go&environment=1');
    expect({ ...DEFAULT_SETTINGS, ...readSettings(query) }).toEqual({
      ...settings,
      name: 'localhost',
      hostname: '',
      answer: DEFAULT_SETTINGS.answer,
    });
  });

  it.each(['', 'go=x&servers=x.y&limit=-1&netdns=z', 'limit=99999'])(
    'leaves `%s` at its defaults',
    (query) => {
      expect({ ...DEFAULT_SETTINGS, ...readSettings(query) }).toEqual(DEFAULT_SETTINGS);
    },
  );
});
