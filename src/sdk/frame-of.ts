import type { ClientFrame, ServerFrame } from './wire.ts'

/** A frame of one type, from the server or from a client. */
export type ServerFrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>
export type ClientFrameOf<T extends ClientFrame['type']> = Extract<ClientFrame, { type: T }>

/** What every frame may carry, whatever its type. */
export interface Loose {
  readonly type: string
  readonly id?: string | undefined
  readonly re?: string | undefined
  readonly store?: string | undefined
  readonly channel?: string | undefined
  readonly conversationId?: string | undefined
  readonly rewriteId?: string | undefined
  readonly seq?: number
}
