import { describe, expect, it } from 'vitest';
import { stackOutline } from '../../../tests/support/stack-outline.ts';
import { readStacks } from './read.ts';

/** Shapes that no program here prints, composed from their formats; below each what is to be read of it. */
const SHAPES: Readonly<Record<string, readonly [text: string, outline: string]>> = {
  'a log line above the frames': [
    'ERROR [main] c.e.Shop - request failed: java.io.IOException: disk\n\tat com.example.A.b(A.java:7) [classes/:na]\n',
    'java: log, "ERROR [main] c.e.Shop - request failed: java.io.IOException: disk"\n  "ERROR [main] c.e.Shop - request failed: java.io.IOException: disk"\n    com.example.A.b A.java:7 of classes/:na (local)\n',
  ],
  "logback's packaging data": [
    'com.example.Odd: x\n    at org.a.X.y(X.java:7) ~[a-1.2.jar:1.2]\n    ... 3 common frames omitted\nCaused by: java.lang.NullPointerException: null\n    at com.example.A.b(A.kt:9) ~[classes/:na]\n    ... 12 common frames omitted\n',
    'java: exception, "com.example.Odd: x"\n  3 shared, "com.example.Odd: x"\n    org.a.X.y X.java:7 of a-1.2.jar:1.2 (package@1.2)\n  cause, 12 shared, "java.lang.NullPointerException: null"\n    com.example.A.b A.kt:9 of classes/:na (local)\n',
  ],
  'the root cause first': [
    'java.io.IOException: disk\n\tat com.example.A.b(A.java:7)\nWrapped by: com.example.Odd: x\n\tat com.example.A.c(A.java:9)\n',
    'java: exception, "java.io.IOException: disk"\n  "java.io.IOException: disk"\n    com.example.A.b A.java:7 (local)\n  context, "com.example.Odd: x"\n    com.example.A.c A.java:9 (local)\n',
  ],
  'a stack whose head was cut off': [
    '\tat com.example.A.b(A.java:7)\nCaused by: com.example.Odd\n\tat com.example.A.c(A.java:9)\n',
    'java: no reason\n  one\n    com.example.A.b A.java:7 (local)\n  cause, "com.example.Odd"\n    com.example.A.c A.java:9 (local)\n',
  ],
  'a thread of Java 21': [
    '"worker-1" #31 [4711] daemon prio=5 os_prio=0 cpu=1.00ms elapsed=9.00s tid=0x01 nid=4711 waiting on condition  [0x02]\n   java.lang.Thread.State: WAITING (parking)\n\tat jdk.internal.misc.Unsafe.park(java.base@21.0.2/Native Method)\n\t- parking to wait for  <0x03> (a java.util.concurrent.locks.ReentrantLock$NonfairSync)\n\n   Locked ownable synchronizers:\n\t- <0x04> (a java.util.concurrent.ThreadPoolExecutor$Worker)\n',
    'java: no reason\n  thread "worker-1", [WAITING (parking)]\n    parking to wait for 0x03 of java.util.concurrent.locks.ReentrantLock$NonfairSync\n    owned 0x04 of java.util.concurrent.ThreadPoolExecutor$Worker\n    jdk.internal.misc.Unsafe.park no place of java.base@21.0.2 (runtime@21.0.2)\n',
  ],
  'the traceback of another process': [
    'multiprocessing.pool.RemoteTraceback:\n"""\nTraceback (most recent call last):\n  File "/srv/a.py", line 3, in f\n    g()\nKeyError: 1\n"""\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File "/srv/b.py", line 5, in <module>\n    run()\nKeyError: 1\n',
    'python: exception, "KeyError: 1"\n  "KeyError: 1"\n    <module> /srv/b.py:5 (local)\n  cause, "KeyError: 1"\n    f /srv/a.py:3 (local)\nnot read: multiprocessing.pool.RemoteTraceback:\n',
  ],
  'a traceback behind words of a log': [
    'ERROR:root:failed Traceback (most recent call last):\n  File "/usr/lib/python3/dist-packages/yaml/reader.py", line 3, in f\nOdd\n',
    'python: exception, "Odd"\n  "Odd"\n    f /usr/lib/python3/dist-packages/yaml/reader.py:3 (package)\n',
  ],
  'an error of Chrome': [
    'Uncaught (in promise) TypeError: x is null\n    at f (https://example.com/app.js:12:7)\n    at https://example.com/app.js:13:1\n',
    'node: exception, "TypeError: x is null"\n  "TypeError: x is null"\n    f https://example.com/app.js:12:7 (local)\n    <anonymous> https://example.com/app.js:13:1 (local)\n',
  ],
  'an error of Firefox': [
    'TypeError: x is null\nf@https://example.com/app.js:12:7\n@https://example.com/app.js:13:1\n',
    'node: exception, "TypeError: x is null"\n  "TypeError: x is null"\n    f https://example.com/app.js:12:7 (local)\n    <anonymous> https://example.com/app.js:13:1 (local)\n',
  ],
  "anyhow's backtrace": [
    'Error: no config\n\nCaused by:\n    0: no file\n\nStack backtrace:\n   0: anyhow::error::<impl anyhow::Error>::msg\n             at /root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/anyhow-1.0.75/src/error.rs:83:36\n   1: app::main\n             at ./src/main.rs:5:9\n',
    'rust: exception, "Error: no config\\n\\nCaused by:\\n    0: no file"\n  "Error: no config\\n\\nCaused by:\\n    0: no file"\n    anyhow.Error.msg /root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/anyhow-1.0.75/src/error.rs:83:36 (package@1.0.75)\n    app.main ./src/main.rs:5:9 (local)\n',
  ],
  'inlined calls without a number': [
    "thread 'main' panicked at 'x', src/main.rs:2:5\nstack backtrace:\n   0:     0x5597617ad8ed - app::inner::h0123456789abcdef\n                               at src/main.rs:2\n                           app::outer::h0123456789abcdef\n                               at src/main.rs:5\n",
    "rust: panic, \"thread 'main' panicked at 'x', src/main.rs:2:5\"\n  thread \"main\", \"thread 'main' panicked at 'x', src/main.rs:2:5\"\n    app.inner src/main.rs:2 (local)\n    app.outer src/main.rs:5 (local)\n",
  ],
};

describe('a paste with', () => {
  it.each(Object.entries(SHAPES))('%s is read', (_, [text, outline]) => {
    expect(stackOutline(text, readStacks(text))).toBe(outline);
  });

  it.each(Object.entries(SHAPES))('%s is read with other line ends, too', (_, [text]) => {
    const windows = readStacks(text.replaceAll('\n', '\r\n')).stacks;
    const names = windows.map(({ language, goroutines }) => [
      language,
      goroutines.map(({ frames }) => frames.map(({ symbol, file, line }) => [symbol.raw, file, line])),
    ]);
    const plain = readStacks(text).stacks.map(({ language, goroutines }) => [
      language,
      goroutines.map(({ frames }) => frames.map(({ symbol, file, line }) => [symbol.raw, file, line])),
    ]);
    expect(names).toEqual(plain);
  });
});
