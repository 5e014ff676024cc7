import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves the built site on 127.0.0.1, with the headers that `_headers` gives to the hosts that read it. Takes the port
 * that it is given, or the next free one.
 */
export async function serve(folder, wanted) {
  const headers = readHeaders(folder);
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response) => {
      for (const [name, value] of headers) response.setHeader(name, value);
    },
  });
  const notFound = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-cache');
    files(request, response, () => {
      for (const [name, value] of headers) response.setHeader(name, value);
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound);
    });
  });
  for (let port = wanted; ; port++) {
    const taken = await new Promise((resolve, reject) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error)));
      server.listen(port, '127.0.0.1', () => resolve(false));
    });
    if (!taken) return { server, address: `http://localhost:${server.address().port}` };
    if (port > wanted + 100) throw new Error(`no free port between ${wanted} and ${port}`);
  }
}

/** The headers under `/*`: one `Name: value` a line. */
function readHeaders(folder) {
  return readFileSync(join(folder, '_headers'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
}
