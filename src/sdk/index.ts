export type { Lines } from './batch.ts'
export {
  type Client,
  type ClientOptions,
  createClient,
  type OfStore,
  type Paged,
  type Product,
  type ProductsAsked,
  type ScriptsAsked,
  type SlotSummary,
  type Stop,
  type StoreSummary,
  type TasksAsked,
} from './client.ts'
export type { Backoff, ConnectionState } from './connection.ts'
export type {
  Conversation,
  ConversationEvent,
  ConversationEvents,
  ConversationOptions,
  NewEvent,
  NewFeedback,
} from './conversation.ts'
export type { ClientFrameOf, ServerFrameOf } from './frame-of.ts'
export { HuashuError } from './huashu-error.ts'
export { createPanelSource, type Source } from './panel-source.ts'
export type { Query, RequestOptions } from './request.ts'
export type { Rewriting, Rewritten } from './rewriting.ts'
export type { SocketLike, SocketMaker } from './socket.ts'
export type { Heard, Stream, StreamOptions } from './stream.ts'
export type * from './wire.ts'
