import type { Entity } from '../../protocol/index.ts'
import { clustersOf } from './cluster.ts'
import { keyOfLine } from './line.ts'
import type { MineJudge } from './mine.ts'
import { isRepeatable, namesFigure, wholeness } from './reply-quality.ts'
import { slotFacts } from './slot-facts.ts'
import { plainer, type Question, type Reply, someOf } from './tally.ts'

/** A reply as it may be stored: `count` = how often it, or much the same, was given to this question, or to others about the same. */
export interface MinedReply {
  readonly text: string
  readonly count: number
  readonly chats: readonly string[]
}

/** What a question is looked at beside. */
export interface Beside {
  /** Everything that was asked about the same topic. */
  readonly topic: readonly Question[]
  /** How often each reply was given to any question, by key, and all of them together. */
  readonly given: Readonly<Record<string, number>>
  readonly total: number
}

const ALIKE = 0.6
const SHOWN = 3
/** Replies of one question that are looked at closely. */
const JUDGED = 60
/** A reply must be this good to be proposed; chosen on chats of a real shop. */
const LEAST = 1.1
/** Another wording is proposed when it is at least so good beside the best. */
const WORTHY = 0.5
/** What was answered to another wording of the topic counts this much. */
const SAID_BESIDE = 0.4
/** A reply that says a fact by its slot stays true. */
const BY_A_FACT = 1.5
/** What is asked of one of the goods: said once, the answer is a fact of its card and no script, unless a slot says it. */
const OF_ONE_GOOD = /^product_info\.(?!quality)/u
/** Takes up the very value that the shopper named. */
const ECHO = /\{\{(?!you\}|smile\})\w+\}\}/u
const FACT = /\{\{(?:product|shipping|coupon|discount)\.(?!name)/u

/**
 * The replies worth a script, best first: given often, given to this question rather than to any, about what was asked, whole sentences that need no other, and
 * what the guard lets pass. What was answered to others about the same counts, too, when it takes up the words of this one: a question is asked in
 * more ways than it is answered.
 */
export function bestReplies(questions: readonly Question[], beside: Beside, judge: MineJudge): MinedReply[] {
  const topic = questions[0]!.topic
  const asked = lettersOf(
    questions.map(({ text }) => keyOfLine(slotFacts(text, topic) + namesOf(judge.entities(text)))),
  )
  const own = repliesTo(questions)
  const candidates = [...repliesTo(beside.topic)].flatMap(([key, reply]): Candidate[] => {
    const count = own.get(key)?.count ?? 0
    const weight = count + SAID_BESIDE * (reply.count - count)
    if (!isRepeatable(reply.text, key)) return []
    if (count === 0 && (sharedShare(key, asked) === 0 || judge.topicsOf(reply.text)[0] !== topic)) return []
    return [{ key, count: weight, reply }]
  })
  const here = candidates.reduce((sum, { count }) => sum + count, 0)
  const scored = clustersOf(candidates, ALIKE)
    .slice(0, JUDGED)
    .flatMap((members) => {
      const { reply, key } = bestOf(members)
      const count = members.reduce((sum, one) => sum + one.count, 0)
      const anywhere = members.reduce((sum, one) => sum + (beside.given[one.key] ?? 0), 0)
      // how much oftener than to any other question
      const lift = (count * beside.total) / (here * Math.max(1, anywhere))
      const isOfOneGood = OF_ONE_GOOD.test(topic) && !FACT.test(reply.text)
      if (count < 2 && (isOfOneGood || namesFigure(reply.text))) return []
      const about = aim(reply.text, count, topic, judge) * (1 + sharedShare(key, asked))
      const score =
        Math.sqrt(count) *
        Math.log2(2 + Math.min(lift, 14)) *
        about *
        wholeness(reply.text, key) *
        (FACT.test(reply.text) ? BY_A_FACT : 1)
      const times = members.reduce((sum, one) => sum + one.reply.count, 0)
      return [{ text: reply.text, count: times, chats: members.flatMap((one) => one.reply.chats), score }]
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || b.count - a.count || (a.text < b.text ? -1 : 1))
  const out: MinedReply[] = []
  let best = 0
  for (const { text, count, chats, score } of scored) {
    if (out.length === SHOWN || score < best * WORTHY) break
    const allowed = judge.allowed(text, topic)
    if (allowed === undefined) continue
    best = Math.max(best, score)
    out.push({ text: allowed, count, chats: someOf(chats) })
  }
  return out
}

interface Candidate {
  readonly key: string
  /** Its weight. */
  readonly count: number
  readonly reply: Reply
}

/** The member that stands for its group: the one that can best stand alone, of those the one given most. */
function bestOf(members: readonly Candidate[]): Candidate {
  const worth = ({ reply, key, count }: Candidate) => wholeness(reply.text, key) * Math.sqrt(count)
  return members.reduce((best, one) => (worth(one) > worth(best) ? one : best))
}

function repliesTo(questions: readonly Question[]): ReadonlyMap<string, Reply> {
  const merged = new Map<string, Reply>()
  for (const { replies } of questions)
    for (const [key, { text, count, chats }] of Object.entries(replies)) {
      const known = merged.get(key) ?? { text, count: 0, chats: [] }
      merged.set(key, {
        text: plainer(known.text, text),
        count: known.count + count,
        chats: [...known.chats, ...chats],
      })
    }
  return merged
}

/** Whether it speaks of what was asked, 0..1; what was said once about something else answers by chance. */
function aim(text: string, count: number, topic: string, judge: MineJudge): number {
  const about = judge.topicsOf(text)
  if (about[0] === topic) return 1
  if (ECHO.test(text) || about.includes(topic) || familyOf(about[0]!) === familyOf(topic)) return 0.7
  if (about[0]!.startsWith('other.')) return 0.4
  return count > 1 ? 0.4 : 0.15
}

/** What the values that a question names are called, as slots. */
function namesOf(entities: readonly Entity[]): string {
  return entities.map(({ slot }) => `{{${slot}}}`).join('')
}

function familyOf(topic: string): string {
  return topic.split('.')[0]!
}

function lettersOf(keys: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const key of keys) for (let i = 0; i + 1 < key.length; i += 1) pairs.add(key.slice(i, i + 2))
  return pairs
}

/** How much of a reply's pairs of letters, counted up to three, stand in the question: the words asked about come again in their answer, or in what its slots are called. */
function sharedShare(key: string, asked: ReadonlySet<string>): number {
  let shared = 0
  for (let i = 0; i + 1 < key.length; i += 1) if (asked.has(key.slice(i, i + 2))) shared += 1
  return Math.min(shared, 3) / 3
}
