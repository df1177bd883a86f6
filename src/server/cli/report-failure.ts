import { CommanderError } from 'commander'
import { HuashuError } from '../../protocol/index.ts'
import { DataFault } from '../adapters/database/data-fault.ts'
import { ConfigFaults } from '../config.ts'
import { FileFaults } from '../load/read-yaml.ts'
import { UsageError } from './usage-error.ts'

/** Says on standard error what went wrong and returns the exit code: 2 = the command line, 1 = anything else, 0 = help was asked for. */
export function reportFailure(error: unknown): number {
  // commander has printed its own message; help and version come as errors with code 0
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof UsageError || error instanceof HuashuError) {
    process.stderr.write(`${error.message}\n`)
    return error instanceof UsageError || error.status < 500 ? 2 : 1
  }
  if (error instanceof ConfigFaults || error instanceof FileFaults || error instanceof DataFault) {
    process.stderr.write(`${error.message}\n`)
    return error instanceof ConfigFaults ? 2 : 1
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}
