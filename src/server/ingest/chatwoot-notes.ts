import type { ChatwootSettings } from './chatwoot-settings.ts'
import { OUR_MARK } from './echo.ts'

/** What became of one try to write a note. */
export type NoteTry =
  | { readonly outcome: 'sent' }
  /** Nothing was written; a later try may go better. `afterMs` = how long Chatwoot wants to be left alone. */
  | { readonly outcome: 'busy'; readonly says: string; readonly afterMs?: number | undefined }
  /** Nothing was written, and nothing will be by trying again. */
  | { readonly outcome: 'refused'; readonly says: string; readonly isGone: boolean }
  /** It may have been written: trying again could write it twice. */
  | { readonly outcome: 'unknown'; readonly says: string }
  /** It was written where shoppers see it. */
  | { readonly outcome: 'public' }

export interface Note {
  readonly conversationId: string
  readonly turnId: string
  readonly content: string
}

/** Writes private notes, and nothing else: there is no way to write anything to a shopper through it. */
export type WriteNote = (note: Note, signal: AbortSignal) => Promise<NoteTry>

/** Enough for what Chatwoot answers; of more, nobody is the wiser. */
const ANSWER_BYTES = 65_536

/** Chatwoot's API by its configured address. @param timeoutMs for one try, until its answer has been read */
export function chatwootNotes(
  { baseUrl, account }: Pick<ChatwootSettings, 'baseUrl' | 'account'>,
  token: string,
  timeoutMs: number,
): WriteNote {
  return async ({ conversationId, turnId, content }, signal) => {
    const url = `${baseUrl}/api/v1/accounts/${account}/conversations/${encodeURIComponent(conversationId)}/messages`
    const body = {
      content,
      message_type: 'outgoing',
      private: true,
      content_type: 'text',
      content_attributes: { [OUR_MARK]: { turnId } },
    }
    const limit = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', api_access_token: token },
        body: JSON.stringify(body),
        // the token goes to the configured address and nowhere else
        redirect: 'error',
        signal: AbortSignal.any([signal, limit]),
      })
      return await judge(response)
    } catch (error) {
      signal.throwIfAborted()
      if (limit.aborted) return { outcome: 'unknown', says: `no answer within ${timeoutMs} ms` }
      const code = codeOf(error)
      return isUnsent(code) ? { outcome: 'busy', says: code } : { outcome: 'unknown', says: code }
    }
  }
}

async function judge(response: Response): Promise<NoteTry> {
  const { status } = response
  if (!response.ok) await response.body?.cancel()
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return { outcome: 'busy', says: `HTTP ${status}`, afterMs: seconds >= 0 ? seconds * 1000 : undefined }
  }
  if (!response.ok) return { outcome: 'refused', says: `HTTP ${status}`, isGone: status === 404 }
  return (await saysPublic(response)) ? { outcome: 'public' } : { outcome: 'sent' }
}

/** Whether the answer says that the message is not private. */
async function saysPublic(response: Response): Promise<boolean> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > ANSWER_BYTES) return false
  }
  try {
    return (JSON.parse(text) as { private?: unknown } | null)?.private === false
  } catch {
    return false
  }
}

/** fetch hides the code of the network in `cause`. */
function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } }
  return typeof cause?.code === 'string' ? cause.code : 'the connection failed'
}

/** Faults before a connection stood: nothing was sent. */
const isUnsent = (code: string): boolean =>
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code)
