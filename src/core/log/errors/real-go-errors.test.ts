import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { BUILD_TIMEOUT, buildGo } from '../../../../tests/support/go-program.ts';
import { realProgram } from '../../../../tests/support/real-program.ts';
import { innermost, readErrorChain } from './chain.ts';

const FAILER = `package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"time"
)

type failure struct {
	Message string
	Chain   []string
}

func closedPort() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// Makes errors of the standard library happen, wraps them, and prints what they say and what they wrap.
func main() {
	address := closedPort()
	var made []error
	add := func(_ any, err error) { made = append(made, err) }
	add(net.Dial("tcp", address))
	add(net.Dial("tcp", "[::1]:1"))
	add(net.Dial("unix", "/no/such.sock"))
	add(http.Get("http://" + address + "/api/v1/pods?limit=1"))
	late, cancel := context.WithDeadline(context.Background(), time.Now())
	defer cancel()
	request, _ := http.NewRequestWithContext(late, "PUT", "http://"+address+"/x", nil)
	add(http.DefaultClient.Do(request))
	add(os.Open("/no/such/file: really"))
	add(os.ReadDir("/etc/passwd"))
	add(strconv.Atoi("1x"))
	add(url.Parse("::"))
	add(exec.LookPath("no-such-program"))
	add(nil, json.Unmarshal([]byte("{"), new(int)))
	add(nil, io.ErrUnexpectedEOF)

	var failures []failure
	for _, err := range made {
		for _, text := range []string{"", "sync \\"a: b\\"", "update node (n1: x)"} {
			if text != "" {
				err = fmt.Errorf("%s: %w", text, err)
			}
			one := failure{Message: err.Error()}
			for next := err; next != nil; next = errors.Unwrap(next) {
				one.Chain = append(one.Chain, next.Error())
			}
			failures = append(failures, one)
		}
	}
	json.NewEncoder(os.Stdout).Encode(failures)
}
`;

interface Failure {
  readonly Message: string;
  readonly Chain: readonly string[];
}

it(
  'errors of a real Go program are cut where Go itself wrapped them',
  (ctx) => {
    const go = realProgram('go');
    if (!go) return ctx.skip('go is not installed');
    const program = buildGo(go, { 'go.mod': 'module failer\n\ngo 1.18\n', 'main.go': FAILER });
    const { stdout } = spawnSync(program, { encoding: 'utf8' });
    rmSync(dirname(program), { recursive: true });
    const failures = JSON.parse(stdout) as Failure[];
    expect(failures).toHaveLength(36);
    for (const { Message: message, Chain: chain } of failures) {
      const links = readErrorChain(message);
      const starts = links.map(({ span }) => span.from);
      for (const wrapped of chain) {
        expect(message.endsWith(wrapped)).toBe(true);
        expect(starts, `${message} wraps ${wrapped}`).toContain(message.length - wrapped.length);
      }
      expect(chain.at(-1)).toContain(innermost(links)[0]?.text);
      // The same, as klog prints it in a structured line.
      const quoted = readErrorChain(`"It failed" err=${JSON.stringify(message)} pod="a"`);
      expect(quoted.map(({ text }) => text)).toEqual(['It failed', ...links.map(({ text }) => text)]);
    }
  },
  BUILD_TIMEOUT,
);
