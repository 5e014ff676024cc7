import { describe, expect, it } from 'vitest';
import { readJvmFrame } from './frame-line.ts';

interface Row {
  readonly of: readonly [inPackage: string, type: string, method: string, closure?: string];
  readonly file?: string;
  readonly line?: number;
  readonly module?: string;
  readonly kind?: string;
}

const FRAMES: Readonly<Record<string, Row>> = {
  '\tat com.example.shop.Cart.add(Cart.java:12)': {
    of: ['com.example.shop', 'Cart', 'add'],
    file: 'Cart.java',
    line: 12,
    kind: 'local',
  },
  'at Main.main(Main.java)': { of: ['', 'Main', 'main'], file: 'Main.java' },
  '    at com.example.Cart.<init>(Cart.java:3)': {
    of: ['com.example', 'Cart', '<init>'],
    file: 'Cart.java',
    line: 3,
  },
  '\tat java.base/java.util.List.of(List.java:12)': {
    of: ['java.util', 'List', 'of'],
    file: 'List.java',
    line: 12,
    module: 'java.base',
    kind: 'runtime',
  },
  '\tat app//org.junit.Assert.fail(Assert.java:89)': {
    of: ['org.junit', 'Assert', 'fail'],
    file: 'Assert.java',
    line: 89,
    module: 'app',
  },
  '\tat app/com.example.mod@1.2/com.example.A.b(A.java:1)': {
    of: ['com.example', 'A', 'b'],
    file: 'A.java',
    line: 1,
    module: 'com.example.mod@1.2',
  },
  '\tat java.lang.Object.wait(java.base@17.0.15/Object.java:338)': {
    of: ['java.lang', 'Object', 'wait'],
    file: 'Object.java',
    line: 338,
    module: 'java.base@17.0.15',
    kind: 'runtime',
  },
  '\tat java.lang.Thread.sleep(java.base@17.0.15/Native Method)': {
    of: ['java.lang', 'Thread', 'sleep'],
    module: 'java.base@17.0.15',
    kind: 'runtime',
  },
  '\tat jdk.proxy2/jdk.proxy2.$Proxy7.go(Unknown Source)': {
    of: ['jdk.proxy2', '$Proxy7', 'go'],
    module: 'jdk.proxy2',
  },
  '\tat Crash$$Lambda$1/0x00007f5ce0000c68.run(Unknown Source)': {
    of: ['', 'Crash$$Lambda$1/0x00007f5ce0000c68', 'run'],
  },
  '\tat com.example.A$$Lambda$14/1234567.apply(Unknown Source)': {
    of: ['com.example', 'A$$Lambda$14/1234567', 'apply'],
  },
  '\tat com.example.A.lambda$main$0(A.java:7)': {
    of: ['com.example', 'A', 'main', 'lambda$0'],
    file: 'A.java',
    line: 7,
  },
  '\tat org.springframework.core.X.y(X.java:7) ~[spring-core-5.3.9.jar:5.3.9]': {
    of: ['org.springframework.core', 'X', 'y'],
    file: 'X.java',
    line: 7,
    module: 'spring-core-5.3.9.jar:5.3.9',
    kind: 'package',
  },
  '\tat com.example.A.b(A.java:7) [classes/:na]': {
    of: ['com.example', 'A', 'b'],
    file: 'A.java',
    line: 7,
    module: 'classes/:na',
    kind: 'local',
  },
  '\tat com.example.A.b(A.java:7) ~[?:?]': { of: ['com.example', 'A', 'b'], file: 'A.java', line: 7 },
  '\tat com.example.MainKt$main$1.invokeSuspend(Main.kt:9)': {
    of: ['com.example', 'MainKt$main$1', 'invokeSuspend'],
    file: 'Main.kt',
    line: 9,
  },
  '\tat example.Main$.$anonfun$main$1(Main.scala:4)': {
    of: ['example', 'Main$', '$anonfun$main$1'],
    file: 'Main.scala',
    line: 4,
  },
  '\tat com.example.A$$EnhancerBySpringCGLIB$$1.b(<generated>)': {
    of: ['com.example', 'A$$EnhancerBySpringCGLIB$$1', 'b'],
  },
  '\tat a.b.c(SourceFile:3)': { of: ['a', 'b', 'c'], file: 'SourceFile', line: 3 },
};

describe('a frame of Java, Kotlin or Scala', () => {
  it.each(Object.entries(FRAMES))('%s is read', (text, { of, file, line, module, kind }) => {
    const frame = readJvmFrame(text);
    const [packageName, receiver, method, closure] = of;
    expect(frame?.symbol).toMatchObject({ package: packageName, receiver, function: method });
    expect(frame).toMatchObject({ args: '', inlined: false });
    expect([frame?.symbol.closure, frame?.file, frame?.line, frame?.module]).toEqual([
      closure,
      file,
      line,
      module,
    ]);
    if (kind) expect(frame?.location?.kind).toBe(kind);
  });

  it('of a jar names the package, its version and the file in it', () => {
    const frame = readJvmFrame('\tat org.a.X.y(X.java:7) ~[a-1.2.jar!/:1.2]');
    expect(frame?.location).toEqual({
      kind: 'package',
      language: 'java',
      name: 'a-1.2.jar',
      version: '1.2',
      file: 'org/a/X.java',
    });
  });

  it.each([
    ['a sentence', '\tat the office (near Main.java:3)'],
    ['a sentence without a blank', '\tat home(today)'],
    ['a frame of .NET', '   at Example.Program.Main(String[] args) in /src/Program.cs:line 12'],
    ['a frame of .NET without a place', '   at Example.Program.Main(String[] args)'],
    ['a frame of JavaScript', '    at Object.main (/srv/app.js:1:2)'],
    ['words behind it', '\tat com.example.A.b(A.java:7) and so on'],
    ['no class', '\tat main(Main.java:3)'],
    ['no method', '\tat com.example.(Main.java:3)'],
    ['no closing parenthesis', '\tat com.example.A.b(A.java:7'],
    ['an address', '\tat https://example.com/a.b(c.java:1)'],
    ['nothing', '\tat '],
  ])('is none: %s', (_, text) => {
    expect(readJvmFrame(text)).toBeUndefined();
  });
});
