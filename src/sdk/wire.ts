import type { z } from 'zod'
import type * as protocol from '../protocol/index.ts'

// The one file that looks at the protocol. In the published package generated types of the same names stand in its place (build/sdk.ts).

type Protocol = typeof protocol
/** As a client writes it: a language tag is any string here, and comes back as one of ours. */
type Shape<Name extends keyof Protocol> = Protocol[Name] extends z.ZodType<unknown, infer Input> ? Input : never

export type ErrorCode = protocol.ErrorCode
export type ErrorDetail = Shape<'ErrorDetail'>
export type Locale = Shape<'Locale'>
export type Role = Shape<'Role'>
export type AgentRef = Shape<'AgentRef'>
export type Tone = Shape<'Tone'>
export type Message = Shape<'Message'>
export type Facts = Shape<'Facts'>
export type Warning = Shape<'Warning'>
export type Suggestion = Shape<'Suggestion'>
export type ShownState = Shape<'ShownState'>
export type Answer = Shape<'Answer'>
export type SuggestionsRequest = Shape<'SuggestionsRequest'>
export type BatchLine = Shape<'BatchLine'>
export type BatchResult = Shape<'BatchResult'>
export type IntentsRequest = Shape<'IntentsRequest'>
export type IntentsResult = Shape<'IntentsResult'>
export type CheckRequest = Shape<'CheckRequest'>
export type CheckResult = Shape<'CheckResult'>
export type MessagesRequest = Shape<'MessagesRequest'>
export type MessagesResult = Shape<'MessagesResult'>
export type EventRequest = Shape<'EventRequest'>
export type EventResult = Shape<'EventResult'>
export type FeedbackRequest = Shape<'FeedbackRequest'>
export type FeedbackResult = Shape<'FeedbackResult'>
export type TicketRequest = Shape<'TicketRequest'>
export type TicketResult = Shape<'TicketResult'>
export type PairingResult = Shape<'PairingResult'>
export type PairingClaim = Shape<'PairingClaim'>
export type PairingGrant = Shape<'PairingGrant'>
export type ScriptHit = Shape<'ScriptHit'>
export type ScriptsResult = Shape<'ScriptsResult'>
export type KpisQuery = Shape<'KpisQuery'>
export type KpisResult = Shape<'KpisResult'>
export type Task = Shape<'Task'>
export type TasksResult = Shape<'TasksResult'>
export type TaskRequest = Shape<'TaskRequest'>
export type TaskChange = Shape<'TaskChange'>
export type ShiftBoard = Shape<'ShiftBoard'>
export type ClientFrame = {
  [T in protocol.ClientFrameType]: z.input<Protocol['CLIENT_FRAMES'][T]>
}[protocol.ClientFrameType]
export type ServerFrame = {
  [T in protocol.ServerFrameType]: z.input<Protocol['SERVER_FRAMES'][T]>
}[protocol.ServerFrameType]
