import type { RewriteConfig } from '../config.ts'
import type { Rewriter } from '../ports.ts'
import { RewriterFault } from '../rewriter-fault.ts'

/** Where requests go when no other endpoint is named. */
const OPENAI = 'https://api.openai.com/v1'
/** An answer with more bytes than this is no reply: one endless line must not fill the memory. */
const LARGEST_ANSWER = 2_097_152

/**
 * The rewriter behind OpenAI's chat completions, or any endpoint that speaks them. Nothing is tried twice and nothing is read from the environment; the
 * package is loaded only here, so that a gateway without rewrites does not carry it.
 */
export async function openaiRewriter({ model, baseUrl, apiKey }: RewriteConfig): Promise<Rewriter> {
  const { default: OpenAI } = await import('openai')
  const client = new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? OPENAI,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch,
  })
  return {
    async *stream({ system, user }, signal) {
      let finish: string | null | undefined
      try {
        const chunks = await client.chat.completions.create(
          {
            model,
            stream: true,
            messages: [
              { role: 'system', content: system },
              { role: 'user', content: user },
            ],
          },
          { signal },
        )
        for await (const chunk of chunks) {
          const choice = chunk.choices?.[0]
          finish = choice?.finish_reason ?? finish
          // reasoning comes in fields of its own and stays behind: only a sign of life gets through
          const content = choice?.delta?.content
          yield typeof content === 'string' ? content : ''
        }
      } catch (cause) {
        if (signal.aborted) return
        throw new RewriterFault(`the endpoint failed: ${kindOf(cause)}`)
      }
      if (!signal.aborted && finish !== 'stop')
        throw new RewriterFault(`the answer ended with ${finish ?? 'nothing'}`, true)
    },
  }
}

/** An HTTP status or the kind of an error; its words may quote what was sent. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'status' in error && typeof error.status === 'number' ? `status ${error.status}` : error.name
}

async function boundedFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (!response.body) return response
  let bytes = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > LARGEST_ANSWER) controller.error(new Error('the answer is too large'))
      else controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(limit), response)
}
