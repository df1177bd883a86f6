import { goesOn, isQuestion } from '../../intents/index.ts'
import type { Entity } from '../../protocol/index.ts'
import type { PastChat } from '../replay.ts'
import { delexicalise } from './delexicalise.ts'
import { keyOfLine, type MinedLine } from './line.ts'
import { pertinent } from './pertinent.ts'
import { redactChat } from './redact-chat.ts'
import { statementsIn } from './statements.ts'
import { countIn, plainer, type Question, type Statement, type Tally } from './tally.ts'

/** What a line is about, `family.topic`, and the calibrated chance that its family is right, 0..1. */
export interface LineReading {
  readonly topic: string
  readonly confidence: number
}

export interface MineDeps {
  readonly entities: (text: string) => readonly Entity[]
  readonly read: (text: string) => LineReading
  /** Below this confidence a line that does not ask in form is taken for no question. */
  readonly threshold: number
}

/** A chat to be mined; `names` = the nicks of those who talk, to be hidden. */
export interface MinedChat extends PastChat {
  readonly names?: readonly string[]
}

/** Families that only open, close or nod. */
const SMALL_TALK = new Set(['greeting', 'other', 'acknowledgement', 'thanks_bye', 'chitchat_offtopic'])
const LONGEST_REPLY = 300

/** Counts a chat in: what is recognised as personal data is hidden first. */
export function addChat(tally: Tally, chat: MinedChat, deps: MineDeps): void {
  const id = redactChat({ turns: [{ role: 'agent', text: chat.id }] }, chat.names ?? [], deps.entities)[0]!.text
  const lines = redactChat(chat, chat.names ?? [], deps.entities).filter(({ text }) => text.trim() !== '')
  tally.chats += 1
  let product: string | undefined
  const stated = new Map<string, Told>()
  for (let i = 0; i < lines.length; ) {
    const end = endOfBreath(lines, i)
    const breath = lines.slice(i, end)
    for (const { text } of breath) product = productIn(deps.entities(text)) ?? product
    if (breath[0]!.role === 'agent') for (const { text } of breath) noteStatements(stated, text, product)
    else answerQuestions(tally, breath, repliesAt(lines, end), id, deps)
    i = end
  }
  // who says it twice in one talk has not said it oftener
  for (const [key, told] of stated) {
    const known = tally.statements[key] ?? { ...told, count: 0, chats: [] }
    tally.statements[key] = known
    known.text = plainer(known.text, told.text)
    countIn(known, id)
  }
}

function productIn(entities: readonly Entity[]): string | undefined {
  const value = entities.find(({ slot }) => slot === 'product_ref')?.value
  return value === undefined ? undefined : String(value)
}

type Told = Omit<Statement, 'count' | 'chats'>

function answerQuestions(
  tally: Tally,
  breath: readonly MinedLine[],
  replies: readonly string[],
  id: string,
  deps: MineDeps,
): void {
  tally.messages += breath.length
  const asked: { question: Question; family: string; entities: readonly Entity[] }[] = []
  for (const { text } of breath) {
    const { topic, confidence } = deps.read(text)
    const family = topic.split('.')[0]!
    const key = keyOfLine(text)
    if (SMALL_TALK.has(family) || key.length < 2) tally.smallTalk += 1
    else if (confidence < deps.threshold && !isQuestion(text)) tally.unclear += 1
    else
      asked.push({ question: count(tally, `${topic} ${key}`, text, topic, id), family, entities: deps.entities(text) })
  }
  if (asked.length === 0) return
  for (const reply of replies) {
    const family = asked.length > 1 ? deps.read(reply).topic.split('.')[0] : undefined
    const answered = asked.findLast((one) => one.family === family) ?? asked.at(-1)!
    const { question, entities } = answered
    const said = pertinent(reply, answered.family, (sentence) => deps.read(sentence).topic)
    const text = delexicalise(said, question.topic, deps.entities(said), entities)
    const key = keyOfLine(text)
    const known = question.replies[key]
    if (known) known.text = plainer(known.text, text)
    const counted = known ?? { text, count: 0, chats: [] }
    question.replies[key] = counted
    countIn(counted, id)
    tally.replies[key] = (tally.replies[key] ?? 0) + 1
  }
}

function count(tally: Tally, key: string, text: string, topic: string, id: string): Question {
  const known = tally.questions[key] ?? { text, topic, count: 0, chats: [], replies: {} }
  tally.questions[key] = known
  known.text = plainer(known.text, text)
  countIn(known, id)
  return known
}

function noteStatements(stated: Map<string, Told>, text: string, product: string | undefined): void {
  for (const { slot, value } of statementsIn(text)) {
    const of = slot.startsWith('product.') ? product : undefined
    const key = `${slot} ${value} ${of ?? ''}`
    const before = stated.get(key)
    const plain = before ? plainer(before.text, text) : text
    stated.set(key, { slot, value, ...(of === undefined ? {} : { product: of }), text: plain })
  }
}

function endOfBreath(lines: readonly MinedLine[], from: number): number {
  const { role } = lines[from]!
  let end = from + 1
  while (end < lines.length && lines[end]!.role === role && goesOn(lines.slice(from, end), lines[end]!)) end += 1
  return end
}

/** What an agent wrote before the shopper went on. */
function repliesAt(lines: readonly MinedLine[], from: number): string[] {
  const next = lines.findIndex(({ role }, i) => i >= from && role === 'shopper')
  const replies = lines.slice(from, next < 0 ? lines.length : next).map(({ text }) => text)
  return replies.filter((text) => text.length <= LONGEST_REPLY && keyOfLine(text) !== '')
}
