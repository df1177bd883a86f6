import { defineConfig } from 'vitest/config'

/** `npm run soak`: what `npm test` does a few times, as often as it takes to be sure. */
export default defineConfig({
  test: {
    include: ['test/server/{kill,nodes}/**/*.test.ts', 'test/e2e/extension-laws.test.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    env: { SOAK: '1' },
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
})
