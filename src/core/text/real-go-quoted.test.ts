import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUILD_TIMEOUT, buildGo } from '../../../tests/support/go-program.ts';
import { realProgram } from '../../../tests/support/real-program.ts';
import { readGoQuoted } from './go-quoted.ts';

const QUOTER = `package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// Prints each of a JSON list of strings with %q and with %+q.
func main() {
	var words, quoted []string
	if err := json.NewDecoder(os.Stdin).Decode(&words); err != nil {
		panic(err)
	}
	for _, word := range words {
		quoted = append(quoted, fmt.Sprintf("%q", word), fmt.Sprintf("%+q", word))
	}
	json.NewEncoder(os.Stdout).Encode(quoted)
}
`;

it(
  'a thousand strings that Go itself quoted are decoded to what they were',
  (ctx) => {
    const go = realProgram('go');
    if (!go) return ctx.skip('go is not installed');
    const words = fc.sample(fc.string({ unit: 'binary' }), { numRuns: 1000, seed: 1 });
    const program = buildGo(go, { 'go.mod': 'module quoter\n\ngo 1.18\n', 'main.go': QUOTER });
    const { stdout } = spawnSync(program, { input: JSON.stringify(words), encoding: 'utf8' });
    rmSync(dirname(program), { recursive: true });
    const quoted = JSON.parse(stdout) as string[];
    expect(quoted).toHaveLength(2 * words.length);
    expect(quoted.map((literal) => readGoQuoted(literal, 0))).toEqual(
      quoted.map((literal, index) => ({ value: words[Math.floor(index / 2)], to: literal.length })),
    );
  },
  BUILD_TIMEOUT,
);
