import type { Entity } from '../../protocol/index.ts'
import { printOfText } from '../text-print.ts'
import { bestReplies, type MinedReply } from './best-replies.ts'
import { clustersOf } from './cluster.ts'
import { type Question, type Statement, someOf, type Tally } from './tally.ts'

/** How the present library and its guard judge what was mined. */
export interface MineJudge {
  /** What the library answers to the question asked alone; undefined when it has no answer. */
  readonly answer: (question: string) => string | undefined
  /** The words that may be stored as a draft, put right by the guard where it can; undefined = it blocks them. */
  readonly allowed: (reply: string, topic: string) => string | undefined
  readonly entities: (text: string) => readonly Entity[]
  /** What a reply may be about, `family.topic`, likeliest first; at least one. */
  readonly topicsOf: (reply: string) => readonly string[]
}

/** A question that shoppers ask in several wordings. `share` of all that shoppers ask, 0..1. */
export interface MinedQuestion {
  readonly id: string
  readonly topic: string
  /** As most asked it, and some other wordings. */
  readonly text: string
  readonly wordings: readonly string[]
  readonly count: number
  readonly share: number
  /** Some of the chats it stands in. */
  readonly chats: readonly string[]
  /** What the library answers already. */
  readonly answer?: string | undefined
  /** What agents answered, best first; empty when nothing that was said may be said again. */
  readonly replies: readonly MinedReply[]
  /** The id of the question whose draft holds them: its own, or an earlier one about the same with the same best reply. */
  readonly draft?: string | undefined
}

/** Facts that agents keep repeating; `others` = values that were told for the same slot besides. */
export interface MinedFact extends Statement {
  readonly others: readonly string[]
}

/** All that is asked about one topic. `share` of all that shoppers ask, `text` as it is asked most. */
export interface MinedTopic {
  readonly topic: string
  readonly count: number
  readonly share: number
  readonly text: string
  readonly covered: boolean
}

export interface Mined {
  readonly chats: number
  /** Shopper messages, those that ask something, and those that only greet, nod or cannot be read. */
  readonly messages: number
  readonly asked: number
  readonly smallTalk: number
  readonly unclear: number
  /** Share of what is asked whose topic the library answers, by the wording most asked. */
  readonly coverage: number
  /** All topics, most asked first: the list "80 % of what shoppers ask" is its beginning. */
  readonly topics: readonly MinedTopic[]
  /** Questions of one wording, most asked first. */
  readonly questions: readonly MinedQuestion[]
  readonly facts: readonly MinedFact[]
}

export interface MineLimits {
  /** Questions listed at the most. */
  readonly questions: number
  /** A question or a fact that stands in fewer messages is not listed. */
  readonly least: number
}

/** Two wordings of one topic are one question when they are so alike. */
const ALIKE = 0.45
const WORDINGS = 4

/** What the counted chats say: the questions asked most, what was answered and what no script answers. Same tally, same result. */
export function mine(tally: Tally, judge: MineJudge, { questions: limit, least }: MineLimits): Mined {
  const asked = Object.values(tally.questions).reduce((sum, { count }) => sum + count, 0)
  const total = Object.values(tally.replies).reduce((sum, count) => sum + count, 0)
  const groups = groupsOf(tally)
  const byTopic = Map.groupBy(Object.values(tally.questions), ({ topic }) => topic)
  const often = groups.filter(({ count }) => count >= least).slice(0, limit)
  const drafts = new Map<string, string>()
  const questions = often.map(({ members, count }): MinedQuestion => {
    const [first, ...others] = members
    const { topic, text } = first!.question
    const id = printOfText(`${topic} ${first!.key}`).whole.toString(36)
    const replies = bestReplies(
      members.map(({ question }) => question),
      { topic: byTopic.get(topic)!, given: tally.replies, total },
      judge,
    )
    const best = replies[0] && `${topic} ${replies[0].text}`
    if (best !== undefined && !drafts.has(best)) drafts.set(best, id)
    return {
      id,
      topic,
      text,
      wordings: others.slice(0, WORDINGS).map(({ question }) => question.text),
      count,
      share: count / Math.max(1, asked),
      chats: someOf(members.flatMap(({ question }) => question.chats)),
      answer: judge.answer(text),
      replies,
      draft: best && drafts.get(best),
    }
  })
  const topics = topicsOf(groups, asked, judge)
  const coverage = topics.reduce((sum, { covered, share }) => sum + (covered ? share : 0), 0)
  const { chats, messages, smallTalk, unclear } = tally
  return { chats, messages, asked, smallTalk, unclear, coverage, topics, questions, facts: factsOf(tally, least) }
}

function topicsOf(groups: readonly Group[], asked: number, judge: MineJudge): MinedTopic[] {
  const counts = new Map<string, { count: number; text: string }>()
  // the first group of a topic is the one most asked
  for (const { members, count } of groups) {
    const { topic, text } = members[0]!.question
    const known = counts.get(topic) ?? { count: 0, text }
    counts.set(topic, { ...known, count: known.count + count })
  }
  return [...counts]
    .map(([topic, { count, text }]) => ({
      topic,
      count,
      share: count / asked,
      text,
      covered: judge.answer(text) !== undefined,
    }))
    .sort((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1))
}

interface Group {
  readonly members: readonly Member[]
  readonly count: number
}

interface Member {
  readonly key: string
  readonly count: number
  readonly question: Question
}

function groupsOf(tally: Tally): Group[] {
  const byTopic = new Map<string, Member[]>()
  for (const [key, question] of Object.entries(tally.questions)) {
    const member = { key: key.slice(question.topic.length + 1), count: question.count, question }
    const others = byTopic.get(question.topic)
    if (others) others.push(member)
    else byTopic.set(question.topic, [member])
  }
  return [...byTopic.values()]
    .flatMap((members) => clustersOf(members, ALIKE))
    .map((members) => ({ members, count: members.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || byName(a.members[0]!, b.members[0]!))
}

function byName(a: Member, b: Member): number {
  const [one, other] = [`${a.question.topic} ${a.key}`, `${b.question.topic} ${b.key}`]
  return one < other ? -1 : one > other ? 1 : 0
}

function factsOf({ statements }: Tally, least: number): MinedFact[] {
  const all = Object.values(statements)
  return all
    .filter(({ count }) => count >= least)
    .map((one) => {
      const rivals = all.filter(
        ({ slot, product, value }) => slot === one.slot && product === one.product && value !== one.value,
      )
      const { slot, value, product, text, count, chats } = one
      return { slot, value, product, text, count, chats, others: rivals.sort(byCount).map((rival) => rival.value) }
    })
    .sort(byCount)
}

function byCount(a: Statement, b: Statement): number {
  return b.count - a.count || (`${a.slot} ${a.value}` < `${b.slot} ${b.value}` ? -1 : 1)
}
