import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { realProgram } from '../../../../tests/support/real-program.ts';
import { readErrorChain } from './chain.ts';

const FAILER = `
import http.client, json, socket, urllib.request
failures = []
def fail(make):
    try:
        raise make()
    except Exception as error:
        failures.append(str(error))
def run(call):
    try:
        call()
    except Exception as error:
        failures.append(str(error))
closed = socket.socket()
closed.bind(("127.0.0.1", 0))
port = closed.getsockname()[1]
fail(lambda: Exception("Connection aborted.", http.client.RemoteDisconnected("it's closed: really")))
run(lambda: urllib.request.urlopen("http://127.0.0.1:%d/" % port, timeout=5))
run(lambda: open("/no/such/file"))
run(lambda: json.loads("{"))
print(json.dumps(failures))
`;

it('errors that Python printed are taken apart', (ctx) => {
  const python = realProgram('python3');
  if (!python) return ctx.skip('python3 is not installed');
  const { stdout } = spawnSync(python, ['-c', FAILER], { encoding: 'utf8' });
  const failures = JSON.parse(stdout) as string[];
  const chains = failures.map((failure) =>
    readErrorChain(failure).map(({ kind, code, text }) => [kind, code ?? text]),
  );
  expect(chains).toEqual([
    [
      ['message', 'Connection aborted.'],
      ['exception', 'RemoteDisconnected'],
      ['message', "it's closed"],
      ['message', 'really'],
    ],
    [
      ['message', 'urlopen error'],
      ['errno', 'ECONNREFUSED'],
    ],
    [['errno', 'ENOENT']],
    [
      ['message', 'Expecting property name enclosed in double quotes'],
      ['message', 'line 1 column 2 (char 1)'],
    ],
  ]);
});
