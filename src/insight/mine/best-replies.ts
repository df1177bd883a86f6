import { clustersOf } from './cluster.ts'
import type { MineJudge } from './mine.ts'
import type { Question, Reply } from './tally.ts'

/** A reply as it may be stored: `count` = how often it, or much the same, was given to this question. */
export interface MinedReply {
  readonly text: string
  readonly count: number
  readonly chats: readonly string[]
}

/** How often each reply was given, by key, and all of them together. */
export interface ReplyCounts {
  readonly ofAll: Readonly<Record<string, number>>
  readonly total: number
}

const ALIKE = 0.6
const SHOWN = 3
const NAMED = 5
/** Letters below which a reply says too little by itself, and above which it speaks of too much. */
const SHORT = 6
const LONG = 80
/** Names somebody, points at something shown, or buys time: true in its own talk only. */
const OF_ONE_TALK = /\[(?:phone|address|name|order_no|tracking_no|link|email|bank_card|id_card)\]/u
const HOLDS =
  /稍等|等一?下|查(?:一|询)?下|看(?:一|到)?下|帮您?(?:看|查|问)|核实|^(?:在的?|好的?|是的|嗯+|有的?|可以的?|不客气|没有|没事|对的?|亲+|收到)[哦呢呀啊哈的了亲~～。，,!！]*$/u
const ASKS_BACK = /[?？]|[吗么][~～。]?$|哪[款个里]|什么/u

/**
 * The replies worth a script, best first: given often, given to this question rather than to any, about what was asked, whole sentences, and what the guard
 * lets pass.
 */
export function bestReplies(questions: readonly Question[], counts: ReplyCounts, judge: MineJudge): MinedReply[] {
  const topic = questions[0]!.topic
  const merged = new Map<string, Reply>()
  for (const { replies } of questions)
    for (const [key, { text, count, chats }] of Object.entries(replies)) {
      const known = merged.get(key)
      merged.set(
        key,
        known ? { ...known, count: known.count + count, chats: [...known.chats, ...chats] } : { text, count, chats },
      )
    }
  const here = [...merged.values()].reduce((sum, { count }) => sum + count, 0)
  const items = [...merged]
    .filter(([, { text }]) => !OF_ONE_TALK.test(text))
    .map(([key, reply]) => ({ key, count: reply.count, reply }))
  const scored = clustersOf(items, ALIKE).map((members) => {
    const { reply, key } = members[0]!
    const count = members.reduce((sum, one) => sum + one.count, 0)
    const elsewhere = Math.max(
      1,
      members.reduce((sum, one) => sum + (counts.ofAll[one.key] ?? 0), 0),
    )
    // how much oftener than to any other question
    const lift = count / here / (elsewhere / Math.max(1, counts.total))
    const score = Math.sqrt(count) * Math.log2(1 + lift) * fitness(reply.text, key, topic, judge)
    return { text: reply.text, count, chats: members.flatMap((one) => one.reply.chats), score }
  })
  scored.sort((a, b) => b.score - a.score || b.count - a.count || (a.text < b.text ? -1 : 1))
  const out: MinedReply[] = []
  for (const { text, count, chats, score } of scored) {
    if (out.length === SHOWN || score <= 0) break
    const allowed = judge.allowed(text, topic)
    if (allowed !== undefined) out.push({ text: allowed, count, chats: [...new Set(chats)].sort().slice(0, NAMED) })
  }
  return out
}

/** 0 = says nothing that could be said again; 1 = a whole sentence about what was asked. */
function fitness(text: string, key: string, topic: string, judge: MineJudge): number {
  if (key.length < SHORT || HOLDS.test(text)) return 0
  const about = judge.topicOf(text)
  const aim = about === topic ? 1 : about.split('.')[0] === topic.split('.')[0] ? 0.8 : 0.3
  return aim * (key.length > LONG ? 0.5 : 1) * (ASKS_BACK.test(text) ? 0.4 : 1) * Math.min(1, key.length / 12)
}
