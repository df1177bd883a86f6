import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A fault in a file of ours or of a store, with the line it stands on. */
export interface FileFault {
  readonly file: string
  readonly line: number
  readonly path: string
  readonly message: string
}

/** Thrown when files cannot be used as they are; the message lists every fault as `file:line path: message`. */
export class FileFaults extends Error {
  readonly faults: readonly FileFault[]
  constructor(faults: readonly FileFault[]) {
    super(faults.map((fault) => `${fault.file}:${fault.line} ${fault.path}: ${fault.message}`).join('\n'))
    this.name = 'FileFaults'
    this.faults = faults
  }
}

/** A parsed YAML file and a look-up from a path in it to its line. */
export interface YamlFile {
  readonly value: unknown
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/**
 * Parses YAML, keeping where things stand.
 * @throws FileFaults on a syntax error, with its line.
 */
export function parseYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) {
    throw new FileFaults(
      document.errors.map((error) => ({
        file,
        line: error.linePos?.[0].line ?? 1,
        path: '',
        message: error.message.split('\n')[0]!,
      })),
    )
  }
  return {
    value: document.toJS({ maxAliasCount: 100 }),
    lineOf(path) {
      for (let end = path.length; end > 0; end -= 1) {
        const node = document.getIn(path.slice(0, end), true) as { range?: [number, number, number] } | undefined
        if (node?.range) return lines.linePos(node.range[0]).line
      }
      return 1
    },
  }
}

/**
 * Reads a text file; other encodings would come out as rubbish that nobody notices.
 * @throws FileFaults naming the first line that is not UTF-8.
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file)
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let line = 1
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf('\n', start)
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) break
    start = end + 1
  }
  throw new FileFaults([{ file, line, path: '', message: 'not UTF-8: save the file in that encoding' }])
}

/**
 * Reads and checks a YAML file.
 * @throws FileFaults with every fault and its line.
 */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return (await readPlaced(file, schema)).data
}

/** The same, with the look-up of lines for faults that only show later. */
export async function readPlaced<T>(
  file: string,
  schema: z.ZodType<T>,
): Promise<{ data: T; lineOf: YamlFile['lineOf'] }> {
  const { value, lineOf } = parseYaml(await readText(file), file)
  const checked = schema.safeParse(value)
  if (checked.success) return { data: checked.data, lineOf }
  throw new FileFaults(faultsOf(checked.error, file, lineOf))
}

export function faultsOf(error: z.ZodError, file: string, lineOf: YamlFile['lineOf']): FileFault[] {
  return error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol') as (string | number)[]
    return { file, line: lineOf(path), path: path.join('.'), message: issue.message }
  })
}

/**
 * Refuses a file for faults that only show beside other files.
 * @throws FileFaults with the line of every fault, unless there are none.
 */
export async function refuseFaults(
  file: string,
  faults: readonly Pick<FileFault, 'path' | 'message'>[],
): Promise<void> {
  if (faults.length === 0) return
  const { lineOf } = parseYaml(await readText(file), file)
  throw new FileFaults(
    faults.map(({ path, message }) => {
      const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
      return { file, line: lineOf(parts), path, message }
    }),
  )
}
