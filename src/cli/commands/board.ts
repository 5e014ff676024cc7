import { parseArgs } from 'node:util';
import {
  type Board,
  type BoardNode,
  boardCommands,
  boardFindings,
  boardWords,
  hostOf,
  judgeBoard,
  readInventory,
  sharedWords,
  sightWords,
} from '../../core/kube/index.ts';
import { SHELLS } from '../../core/shell/index.ts';
import { type Command, EXIT, WrongUse, readAll } from '../command.ts';

/** `kb board FILE|-`: what kubectl sees with some apiservers down, which server to use, and addresses of two machines. */
export const board: Command = {
  name: 'board',
  summary:
    'an inventory and which apiservers answer: what kubectl sees, which server to use, addresses told twice',
  usage:
    'kb board [--json] [--server HOST:PORT] [--up ADDRESS,…] [--down ADDRESS,…] [--balancer up|down] [--readyz] [--context NAME] [--shell bash|zsh|fish] FILE|-',
  async run(args, { readInput, out, error }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        server: { type: 'string' },
        up: { type: 'string', default: '' },
        down: { type: 'string', default: '' },
        balancer: { type: 'string', default: 'unknown' },
        readyz: { type: 'boolean', default: false },
        context: { type: 'string', default: '' },
        shell: { type: 'string', default: 'bash' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new WrongUse('expected one file, or - for standard input');
    const shell = SHELLS.find((name) => name === values.shell);
    if (!shell) throw new WrongUse(`expected a shell of ${SHELLS.join(', ')}, found \`${values.shell}\``);
    const state = (['up', 'down', 'unknown'] as const).find((word) => word === values.balancer);
    if (!state) throw new WrongUse(`expected --balancer up or down, found \`${values.balancer}\``);

    const inventory = readInventory(await readAll(readInput(path)));
    const up = values.up.split(',').filter(Boolean);
    const down = values.down.split(',').filter(Boolean);
    const nodes = nodesOf(inventory.machines, up, down);
    if (nodes.length === 0) {
      error('no apiserver found: expected names with addresses, one machine a line, or --up and --down\n');
      return EXIT.none;
    }
    const server = values.server ?? inventory.server ?? '';
    const named = inventory.machines.find(({ role }) => role === 'balancer')?.address;
    const isNode = nodes.some(({ address }) => address === hostOf(server));
    const address = named ?? (isNode ? '' : hostOf(server));
    const seen: Board = {
      nodes,
      balancer: address === '' ? undefined : { address, state, check: values.readyz ? 'readyz' : 'unknown' },
      server,
    };
    const verdict = judgeBoard(seen);
    const node = verdict.use?.kind === 'node' ? verdict.use.node : verdict.use ? undefined : verdict.ask[0];
    const commands = node && boardCommands(node, server, values.context, shell);
    const shared = inventory.shared.map((one) => sharedWords(one, 'en'));
    if (values.json) {
      const findings = boardFindings(verdict, inventory.shared);
      out(`${JSON.stringify({ board: seen, verdict, findings, shared: inventory.shared, commands })}\n`);
      return EXIT.match;
    }
    const why = sightWords(seen, verdict, 'en');
    const command = commands && (verdict.use ? commands.use : commands.ask);
    const lines = [
      boardWords(seen, verdict, 'en'),
      ...(why ? [why] : []),
      ...shared,
      ...(command ? [command] : []),
    ];
    out(`${lines.map((line) => (line === command ? line : `# ${line}`)).join('\n')}\n`);
    return EXIT.match;
  },
};

/** The control plane of the inventory; addresses that are only told up or down are nodes as well. */
function nodesOf(
  machines: ReturnType<typeof readInventory>['machines'],
  up: readonly string[],
  down: readonly string[],
): BoardNode[] {
  const planes = machines.filter(({ role }) => role === 'control-plane');
  const chosen = planes.length > 0 ? planes : machines.filter(({ role }) => role === 'unknown');
  const stateOf = (address: string): BoardNode['state'] =>
    up.includes(address) ? 'up' : down.includes(address) ? 'down' : 'unknown';
  const known = chosen.map(({ name, address }): BoardNode => ({ name, address, state: stateOf(address) }));
  const others = [...up, ...down].filter((address) => known.every((node) => node.address !== address));
  return [...known, ...others.map((address): BoardNode => ({ name: '', address, state: stateOf(address) }))];
}
