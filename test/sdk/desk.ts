import { onTestFinished } from 'vitest'
import type { ServerFrame } from '../../src/protocol/index.ts'
import {
  type Client,
  type ClientOptions,
  createClient,
  type Heard,
  type Stream,
  type StreamOptions,
} from '../../src/sdk/index.ts'

export const DESK: StreamOptions = {
  agent: { id: 'a1', name: '小王' },
  client: { name: 'test', version: '1' },
  backoff: { firstMs: 10, maxMs: 50 },
}

/** A stream and everything it hears, oldest first. */
export interface Desk {
  readonly client: Client
  readonly stream: Stream
  readonly heard: Heard[]
  frames<T extends ServerFrame['type']>(type: T): Extract<ServerFrame, { type: T }>[]
  /** Resolves once what was heard is as wanted; a test that waits for ever fails by its own time limit. */
  until(isSo: () => boolean): Promise<void>
}

export function deskAt(url: string, options: Partial<StreamOptions> = {}, rest: Partial<ClientOptions> = {}): Desk {
  const client = createClient({ url, ...rest })
  const stream = client.stream({ ...DESK, ...options })
  onTestFinished(() => stream.close())
  const heard: Heard[] = []
  let wake: (() => void)[] = []
  stream.listen((one) => {
    heard.push(one)
    for (const go of wake.splice(0)) go()
  })
  return {
    client,
    stream,
    heard,
    frames: (type) =>
      heard.flatMap((one) => (one.kind === 'frame' && one.frame.type === type ? [one.frame as never] : [])),
    async until(isSo) {
      while (!isSo())
        await new Promise<void>((resolve) => {
          wake = [...wake, resolve]
          setTimeout(resolve, 20)
        })
    },
  }
}
