import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Task } from './prepare-process.ts'

/**
 * Has a task done in a process of its own, whose memory goes when it is done; `signal` ends it early. Resolves with what the task reports beside the file it
 * writes. @throws Error with what that process said when it could not; nothing was written then.
 */
export function runTask<T = undefined>(task: Task, path: string, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const [cache, script] = ['compile-cache.ts', 'prepare-process.ts'].map((file) => join(import.meta.dirname, file))
    const child = spawn(process.execPath, ['--import', pathToFileURL(cache!).href, script!, path], {
      ...(signal ? { signal } : {}),
    })
    let report = ''
    let complaint = ''
    let failure: Error | undefined
    child.stdout.setEncoding('utf8').on('data', (text: string) => (report += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    // a process that is gone already says so itself
    child.stdin.on('error', () => undefined)
    child.once('error', (error) => {
      failure = error
      if (child.pid === undefined) reject(error)
    })
    child.once('close', (code) => {
      if (code === 0 && !failure) resolve((report === '' ? undefined : JSON.parse(report)) as T)
      else reject(failure ?? new Error(complaint.trim() || `${task.kind} ended with code ${code}`))
    })
    // not as an argument: corrections are many, and a list of processes must not quote shoppers
    child.stdin.end(JSON.stringify(task))
  })
}
