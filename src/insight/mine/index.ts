export { addChat, type LineReading, type MineDeps, type MinedChat } from './add-chat.ts'
export type { MinedReply } from './best-replies.ts'
export { chatsOfRows } from './chats-of-rows.ts'
export { draftsOf } from './drafts-of.ts'
export {
  type Mined,
  type MinedFact,
  type MinedQuestion,
  type MinedTopic,
  type MineJudge,
  type MineLimits,
  mine,
} from './mine.ts'
export { readTranscript } from './read-transcript.ts'
export { linesOfMined, reportMined } from './report-mined.ts'
export { emptyTally, Tally } from './tally.ts'
