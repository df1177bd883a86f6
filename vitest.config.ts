import { configDefaults, defineConfig } from 'vitest/config'

/** Folders of pure code: nothing of theirs outlives a test, so that files may share what they load. Most of a run was loading. */
const PURE = ['protocol', 'intents', 'policy', 'scripts', 'guard', 'suggest', 'insight', 'data'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...PURE] },
      },
    ],
  },
})
