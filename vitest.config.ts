import { configDefaults, defineConfig } from 'vitest/config'

/**
 * Folders whose tests leave nothing behind in what they load, so that files may share it: most of a run was loading. What the documents of the wire say depends
 * on all that is loaded.
 */
const SHARED = [
  'test/{protocol,intents,policy,scripts,guard,suggest,insight,data,ui,sdk,console,bench}/**/*.test.ts',
  'test/server/!(kill|nodes|wire)/**/*.test.ts',
]

export default defineConfig({
  test: {
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
      {
        extends: true,
        test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...SHARED] },
      },
    ],
  },
})
