import { describe, expect, it } from 'vitest';
import { readBrowserFrame, readNodeFrame } from './frame-line.ts';

type Row = readonly [receiver: string | undefined, name: string, place: string];

const placed = (frame: { file?: string; line?: number; column?: number } | undefined): string =>
  [frame?.file, frame?.line, frame?.column].filter((part) => part !== undefined).join(':');

const FRAMES: Readonly<Record<string, Row>> = {
  '    at main (/srv/app.js:4:23)': [undefined, 'main', '/srv/app.js:4:23'],
  '    at Object.<anonymous> (/srv/app.js:4:23)': ['Object', '<anonymous>', '/srv/app.js:4:23'],
  '    at /srv/app.js:11:35': [undefined, '<anonymous>', '/srv/app.js:11:35'],
  '    at async /srv/app.js:11:35': [undefined, '<anonymous>', '/srv/app.js:11:35'],
  '    at async K.m (file:///srv/app.mjs:3:120)': ['K', 'm', 'file:///srv/app.mjs:3:120'],
  '    at new K (/srv/app.js:3:27)': [undefined, 'K', '/srv/app.js:3:27'],
  '    at get g [as g] (/srv/app.js:3:57)': [undefined, 'g', '/srv/app.js:3:57'],
  '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)': [
    'TCPConnectWrap',
    'afterConnect',
    'node:net:1611:16',
  ],
  '    at Module._extensions..js (node:internal/modules/cjs/loader:1623:10)': [
    'Module._extensions',
    '.js',
    'node:internal/modules/cjs/loader:1623:10',
  ],
  '    at #find (node:internal/modules/esm/loader:657:25)': [
    undefined,
    '#find',
    'node:internal/modules/esm/loader:657:25',
  ],
  '    at Map.[Symbol.iterator] (/srv/app.js:3:5)': ['Map', '[Symbol.iterator]', '/srv/app.js:3:5'],
  '    at [Symbol.iterator] (/srv/app.js:3:5)': [undefined, '[Symbol.iterator]', '/srv/app.js:3:5'],
  '    at Array.map (<anonymous>)': ['Array', 'map', ''],
  '    at async Promise.all (index 0)': ['Promise', 'all', ''],
  '    at eval (eval at f (/srv/app.js:12:22), <anonymous>:1:1)': [undefined, 'eval', '/srv/app.js:12:22'],
  '    at odd name (/srv/app.js:3:150)': [undefined, 'odd name', '/srv/app.js:3:150'],
  '    at f (/srv/a (copy)/app.js:3:150)': [undefined, 'f', '/srv/a (copy)/app.js:3:150'],
  '    at f (C:\\srv\\app.js:3:5)': [undefined, 'f', 'C:\\srv\\app.js:3:5'],
  '    at [eval]:1:7': [undefined, '<anonymous>', '[eval]:1:7'],
  '    at [eval]-wrapper:6:24': [undefined, '<anonymous>', '[eval]-wrapper:6:24'],
  '    at f ([stdin]:1:20)': [undefined, 'f', '[stdin]:1:20'],
  '    at evalmachine.<anonymous>:1:7': [undefined, '<anonymous>', 'evalmachine.<anonymous>:1:7'],
  '    at REPL1:1:7': [undefined, '<anonymous>', 'REPL1:1:7'],
  '    at https://example.com/app.js:3:5': [undefined, '<anonymous>', 'https://example.com/app.js:3:5'],
  '    at f (webpack://app/./src/a.ts?1a2b:3:5)': [undefined, 'f', 'webpack://app/./src/a.ts?1a2b:3:5'],
};

describe('a frame of V8', () => {
  it.each(Object.entries(FRAMES))('%s is read', (text, [receiver, name, place]) => {
    const frame = readNodeFrame(text)?.frame;
    expect([frame?.symbol.receiver, frame?.symbol.function, placed(frame)]).toEqual([receiver, name, place]);
  });

  it.each([
    ['    at f (/srv/app.js:1:2) {', '{'],
    ['        at f (/srv/app.js:1:2),', ','],
    ['    at f (/srv/app.js:1:2)', ''],
  ])('%s tells what follows it', (text, after) => {
    expect(readNodeFrame(text)).toMatchObject({ after, frame: { file: '/srv/app.js', line: 1, column: 2 } });
  });

  it.each([
    ['a sentence', '    at home (see the address below)'],
    ['a sentence with a time', '    at noon, or 12:30'],
    ['a time', '    at 12:30:45 today'],
    ['a host and a port', '    at REPLY1:1:7'],
    ['no place', '    at f (app.js)'],
    ['a line without a column', '    at f (app.js:3)'],
    ['no blanks in front', 'at f (/srv/app.js:1:2)'],
    ['a frame of Java', '    at com.example.A.b(A.java:7)'],
    ['a key of YAML', '    at: f (/srv/app.js:1:2)'],
    ['nothing', '    at '],
  ])('is none: %s', (_, text) => {
    expect(readNodeFrame(text)).toBeUndefined();
  });

  it.each([
    ['    at f (node:fs:573:18)', { kind: 'runtime', language: 'node', file: 'lib/fs.js' }],
    [
      '    at f (/srv/node_modules/express/lib/router.js:1:2)',
      { kind: 'package', language: 'node', name: 'express', file: 'lib/router.js' },
    ],
    [
      '    at f (/srv/node_modules/.pnpm/@a+b@1.2.3_react@18.0.0/node_modules/@a/b/c.js:1:2)',
      { kind: 'package', language: 'node', name: '@a/b', version: '1.2.3', file: 'c.js' },
    ],
    ['    at f (/srv/app.js:1:2)', { kind: 'local', file: '/srv/app.js' }],
  ])('%s tells where its code lives', (text, location) => {
    expect(readNodeFrame(text)?.frame.location).toEqual(location);
  });
});

describe('a frame of Firefox or Safari', () => {
  it.each([
    ['f@https://example.com/app.js:12:7', 'f', 'https://example.com/app.js:12:7'],
    ['@file:///srv/app.js:12:7', '<anonymous>', 'file:///srv/app.js:12:7'],
    ['promise callback*f@https://example.com/app.js:12:7', undefined, ''],
    ['user@host.example.com:22:1', undefined, ''],
    ['someone@example.com wrote at 12:30', undefined, ''],
  ])('%s', (text, name, place) => {
    const frame = readBrowserFrame(text)?.frame;
    expect([frame?.symbol.function, placed(frame)]).toEqual([name, place]);
  });
});
