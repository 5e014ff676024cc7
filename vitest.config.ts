import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    environment: 'node',
    // Property tests and real programs take their time on a small machine.
    testTimeout: 30_000,
  },
});
