import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with one line, `N passed, N failed`, and fails it when a test was skipped: what did not run is not proved. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      if (module.state() === 'failed' && count.failed === 0) count.failed += 1
    }
    const skipped = count.skipped + count.pending
    if (skipped > 0) process.exitCode = 1
    // printed after every other reporter has had its say
    process.once('exit', () =>
      console.log(`${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`),
    )
  }
}
