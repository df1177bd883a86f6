import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Facts, LIMITS, Message } from '../../protocol/index.ts'
import { UsageError } from './usage-error.ts'

const Messages = z.array(Message).max(LIMITS.messages - 1)
const Context = z.union([
  Messages.transform((messages) => ({ messages })),
  z.object({ messages: Messages, facts: Facts.optional() }),
])

/** What was said before and what is known: a JSON file with `[Message…]` or `{messages, facts?}`. */
export type Context = z.infer<typeof Context> & { readonly facts?: Facts | undefined }

/** @throws UsageError when the file cannot be read or does not fit. */
export async function readContext(file: string): Promise<Context> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new UsageError(`${file}: ${(cause as Error).message}`, { cause })
  }
  const parsed = Context.safeParse(json)
  if (!parsed.success) throw new UsageError(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
