import { parseArgs } from 'node:util';
import {
  type Behaviour,
  type ConfigFiles,
  FILE_PATHS,
  type FileProblem,
  type Lookup,
  OUTCOME_WORDS,
  SERVER_BEHAVIOURS,
  type ServerBehaviour,
  configProblemWords,
  findingsOf,
  readGoRelease,
  readIpAddress,
  reasonWords,
  secondsWords,
  simulateLookup,
  splitHeadOutput,
  verdictWords,
} from '../../core/resolve/index.ts';
import { drawReport, drawable, splitLines } from '../../core/text/index.ts';
import { type Command, EXIT, type Io, WrongUse, readAll } from '../command.ts';

/** Where no hosts file is given. */
const USUAL_HOSTS = '127.0.0.1 localhost\n::1 localhost\n';

/** `kb resolve`: what Go's resolver does for a name, with the files and nameservers given. */
export const resolve: Command = {
  name: 'resolve',
  summary: "what Go's resolver does for a name: order, queries, clock, and where a limit cuts it",
  usage: `kb resolve [--json] [--go 1.15] [--cgo] [--netdns go|cgo] [--environment] [--name localhost] [--hostname NAME]
      [--hosts FILE] [--resolv FILE] [--nsswitch FILE] [--servers silent,nxdomain,…] [--answer ADDRESS]
      [--limit SECONDS|none] [FILE|-: output of head -n 20 /etc/{nsswitch.conf,resolv.conf,hosts}]`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        go: { type: 'string', default: '1.15' },
        cgo: { type: 'boolean', default: false },
        netdns: { type: 'string', default: '' },
        environment: { type: 'boolean', default: false },
        name: { type: 'string', default: 'localhost' },
        hostname: { type: 'string', default: '' },
        hosts: { type: 'string' },
        resolv: { type: 'string' },
        nsswitch: { type: 'string' },
        servers: { type: 'string', default: '' },
        answer: { type: 'string', default: '203.0.113.7' },
        limit: { type: 'string', default: '30' },
      },
      allowPositionals: true,
    });
    const go = readGoRelease(values.go);
    if (!go) throw new WrongUse(`expected a release of Go such as 1.15, found \`${values.go}\``);
    const netdns = (['', 'go', 'cgo'] as const).find((mode) => mode === values.netdns);
    if (netdns === undefined) throw new WrongUse(`expected go or cgo, found \`${values.netdns}\``);
    if (!readIpAddress(values.answer)) throw new WrongUse(`expected an address, found \`${values.answer}\``);
    const files = await readFiles(values, positionals, io);
    const lookup = simulateLookup({
      go,
      build: values.cgo ? 'cgo' : 'static',
      netdns,
      environment: values.environment,
      files,
      name: values.name,
      hostname: values.hostname,
      servers:
        values.servers === '' ? [] : values.servers.split(',').map((word) => serverOf(word, values.answer)),
      limit: limitOf(values.limit),
    });
    if (go.asked !== undefined)
      io.error(`Go ${go.asked} is not known here; this is what Go 1.${go.minor} does\n`);
    io.out(values.json ? json(values.name, lookup, files) : text(values.name, lookup, files));
    return EXIT.match;
  },
};

function serverOf(word: string, answer: string): ServerBehaviour {
  const kind = SERVER_BEHAVIOURS.find((behaviour) => behaviour === word) as Behaviour | undefined;
  if (!kind) throw new WrongUse(`expected one of ${SERVER_BEHAVIOURS.join(', ')}, found \`${word}\``);
  return kind === 'answers' ? { kind, addresses: [answer] } : { kind };
}

function limitOf(text: string): number | undefined {
  if (text === 'none') return undefined;
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400))
    throw new WrongUse(`expected seconds from 0 to 86400, or none, found \`${text}\``);
  return seconds;
}

async function readFiles(
  given: { readonly hosts?: string; readonly resolv?: string; readonly nsswitch?: string },
  [head, ...more]: readonly string[],
  { readInput }: Io,
): Promise<ConfigFiles> {
  if (more.length > 0) throw new WrongUse('expected at most one file with the output of head');
  const one = async (path: string | undefined): Promise<string | undefined> =>
    path === undefined ? undefined : readAll(readInput(path));
  const split = head === undefined ? {} : splitHeadOutput(await readAll(readInput(head)));
  if (!split) throw new WrongUse('expected the output of head, with a line `==> /etc/resolv.conf <==`');
  return {
    hosts: (await one(given.hosts)) ?? ('hosts' in split ? split.hosts : USUAL_HOSTS),
    resolvConf: (await one(given.resolv)) ?? split.resolvConf,
    nsswitch: (await one(given.nsswitch)) ?? split.nsswitch,
  };
}

/** With its line, 1-based: a span alone is hard to find in a terminal. */
function told(problem: FileProblem, files: ConfigFiles) {
  const line = splitLines(files[problem.file] ?? '').find(({ end }) => problem.span.from < end);
  return { line, words: configProblemWords(problem, 'en'), file: FILE_PATHS[problem.file] };
}

function json(name: string, lookup: Lookup, files: ConfigFiles): string {
  const { problems, ...facts } = lookup;
  const data = {
    ...facts,
    verdict: verdictWords(name, lookup, 'en'),
    findings: findingsOf(name, lookup),
    problems: problems.map((problem) => {
      const { line, words, file } = told(problem, files);
      return { file, line: line?.number, code: problem.code, span: problem.span, words };
    }),
  };
  return `${JSON.stringify(data)}\n`;
}

function text(name: string, lookup: Lookup, files: ConfigFiles): string {
  const { order, reason, found, resolv, names, queries, queryCount, hostsAt, problems } = lookup;
  const rows = queries.map(
    ({ at, until, server, type, name: asked, outcome }) =>
      `${clock(at)} – ${clock(until)}  ${server}  ${type.padEnd(4)}  ${drawable(asked)}  ${OUTCOME_WORDS[outcome].en}\n`,
  );
  return [
    `${verdictWords(name, lookup, 'en')}\n\n`,
    `order ${order}: ${reasonWords(reason, found, 'en')}\n`,
    ...(names.length > 0
      ? [
          `${names.length} × ${resolv.attempts} × ${resolv.servers.length}: names, attempts, nameservers; ${resolv.timeout} s each at most\n`,
        ]
      : []),
    ...rows,
    ...(queryCount > queries.length ? [`… and ${queryCount - queries.length} more queries\n`] : []),
    ...(hostsAt === undefined
      ? []
      : [`${clock(hostsAt)}  /etc/hosts  ${lookup.inHosts ? 'has the name' : 'does not have the name'}\n`]),
    ...problems.map((problem) => {
      const { line, words, file } = told(problem, files);
      return line ? `${file}\n${drawReport(line, problem.span, words)}\n` : '';
    }),
  ].join('');
}

const clock = (seconds: number): string => secondsWords(seconds).padStart(7);
