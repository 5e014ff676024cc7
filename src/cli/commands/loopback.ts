import { parseArgs } from 'node:util';
import { DEFAULT_LOOPBACK, pickLoopback, readAddresses } from '../../core/resolve/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';
import { onlyFile } from './gaps.ts';

/** `kb loopback FILE|-`: the host at which kube-apiserver reaches itself, from a listing of the node's addresses. */
export const loopback: Command = {
  name: 'loopback',
  summary: 'the host at which kube-apiserver reaches itself, from `ip addr` or Go’s list of addresses',
  usage: 'kb loopback [--json] [--bind ADDRESS] [--no-ipv6-sockets] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        bind: { type: 'string', default: DEFAULT_LOOPBACK.bind },
        'no-ipv6-sockets': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const { addresses, unread } = readAddresses(await readAll(readInput(onlyFile(positionals))));
    const pick = pickLoopback(addresses, { bind: values.bind, ipv6Sockets: !values['no-ipv6-sockets'] });
    if (!pick) throw new WrongUse(`expected an address to bind, found \`${values.bind}\``);
    if (addresses.length === 0) {
      error(
        'no address found: expected `ip addr`, `ip -o addr`, `ip -brief addr`, `ifconfig`, or [127.0.0.1/8 …]\n',
      );
      return EXIT.none;
    }
    if (values.json)
      out(`${JSON.stringify({ ...pick, addresses: addresses.map(({ text }) => text), unread })}\n`);
    else
      out(
        [
          `${pick.url}${pick.isName ? '  (a name: the resolver must find it)' : '  (no lookup)'}`,
          `${pick.total} addresses, ${pick.linkLocal} of them link-local; loopback: ${pick.loopbacks.join(', ') || 'none'}`,
          ...(pick.wants ? [`wanted: a loopback address of ${pick.wants === 'ipv6' ? 'IPv6' : 'IPv4'}`] : []),
          ...(unread.length > 0
            ? [`lines without an address: ${unread.slice(0, 10).join(', ')}${unread.length > 10 ? ' …' : ''}`]
            : []),
          '',
        ].join('\n'),
      );
    return EXIT.match;
  },
};
