import { clustersOf } from './cluster.ts'
import { keyOfLine } from './line.ts'
import type { MineJudge } from './mine.ts'
import { plainer, type Question, type Reply, someOf } from './tally.ts'

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
/** Replies of one question that are looked at closely. */
const JUDGED = 60
/** Letters below which a reply says too little by itself, and above which it speaks of too much. */
const SHORT = 6
const WHOLE = 12
const LONG = 80
/** A reply must be this good to be proposed; chosen on chats of a real shop. */
const LEAST = 1.4

/** Names somebody, tells of one parcel or order, or names two goods: true in its own talk only. */
const OF_ONE_TALK =
  /\[(?:phone|address|name|order_no|tracking_no|link|email|bank_card|id_card)\]|\{\{product\.name\}\}.*\{\{product\.name\}\}|\d{6,}|(?:^|的|好)[王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗]\p{Script=Han}{1,2}亲/u
const HOLDS = /稍等|等一?下|查(?:一|询)?下|看(?:一|到)下?|帮您?(?:看|查|问|催)|核实|核对一?下|我去|不客气|祝您?/u
const ASKS_BACK = /[?？]|[吗么][~～。]?$|哪一?[款个里张]|什么/u
/** What is asked of one of the goods: said once, the answer is a fact of its card and no script. */
const OF_ONE_GOOD = /^product_info\.(?!quality)/u
/** Points at what only its own talk shows, or goes on from what was said before. */
const POINTS =
  /^(?:\{\{you\}\}|不好意思|[,，])*(?:那|就|不行|要等|是的|一定|这样|第|所以|但是|因为|嗯|像这)|这[款个两种边]|那[款个种]|前面|后面|刚才|刚刚|本身|[您你](?:拍|买|发|下单|申请)的?[是了]?|多拍|[一二两三四五六七八九十]+[提箱]/u
/** A bare sum or number of one of the goods: no time, day or share. */
const BARE_FIGURE = /\d{2,}(?!\d|\s*(?:小时|天|点|号|折|%|:|：|工作日|-|年))/u
/** Tells of something that was done, or of this very day. */
const DONE = /已经?(?:帮|给|改|发|备注|取消|修改)|改[好了]|备注[好了]|好了|明后?天|估计|暂时/u

/**
 * The replies worth a script, best first: given often, given to this question rather than to any, about what was asked, whole sentences that need no other, and
 * what the guard lets pass.
 */
export function bestReplies(questions: readonly Question[], counts: ReplyCounts, judge: MineJudge): MinedReply[] {
  const topic = questions[0]!.topic
  const asked = lettersOf(questions.map(({ text }) => keyOfLine(text)))
  const merged = mergedReplies(questions)
  const here = [...merged.values()].reduce((sum, { count }) => sum + count, 0)
  const items = [...merged]
    .filter(([key, { text }]) => key.length >= SHORT && !OF_ONE_TALK.test(text) && !HOLDS.test(text))
    .map(([key, reply]) => ({ key, count: reply.count, reply }))
  const scored = clustersOf(items, ALIKE)
    .slice(0, JUDGED)
    .flatMap((members) => {
      const { reply, key } = members[0]!
      const count = members.reduce((sum, one) => sum + one.count, 0)
      const elsewhere = members.reduce((sum, one) => sum + (counts.ofAll[one.key] ?? 0), 0)
      // how much oftener than to any other question
      const lift = (count * counts.total) / (here * Math.max(1, elsewhere))
      if (count < 2 && OF_ONE_GOOD.test(topic)) return []
      const about = aim(reply.text, count, topic, judge) * (1 + sharedShare(key, asked))
      const score = Math.sqrt(count) * Math.log2(2 + Math.min(lift, 14)) * about * wholeness(reply.text, key)
      return [{ text: reply.text, count, chats: members.flatMap((one) => one.reply.chats), score }]
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || b.count - a.count || (a.text < b.text ? -1 : 1))
  const out: MinedReply[] = []
  for (const { text, count, chats } of scored) {
    if (out.length === SHOWN) break
    const allowed = judge.allowed(text, topic)
    if (allowed !== undefined) out.push({ text: allowed, count, chats: someOf(chats) })
  }
  return out
}

function mergedReplies(questions: readonly Question[]): ReadonlyMap<string, Reply> {
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
  const about = judge.topicOf(text)
  if (about === topic) return 1
  if (about.split('.')[0] === topic.split('.')[0]) return 0.7
  return count > 1 ? 0.4 : 0.15
}

/** 1 = a sentence that can stand alone, 0..1. */
function wholeness(text: string, key: string): number {
  const length = Math.min(1, key.length / WHOLE) * (key.length > LONG ? 0.5 : 1)
  return (
    length *
    (ASKS_BACK.test(text) ? 0.5 : 1) *
    (POINTS.test(text) ? 0.25 : 1) *
    (DONE.test(text) ? 0.4 : 1) *
    (BARE_FIGURE.test(text) ? 0.5 : 1)
  )
}

function lettersOf(keys: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const key of keys) for (let i = 0; i + 1 < key.length; i += 1) pairs.add(key.slice(i, i + 2))
  return pairs
}

/** How much of a reply's pairs of letters, counted up to three, stand in the question: the words asked about come again in their answer. */
function sharedShare(key: string, asked: ReadonlySet<string>): number {
  let shared = 0
  for (let i = 0; i + 1 < key.length; i += 1) if (asked.has(key.slice(i, i + 2))) shared += 1
  return Math.min(shared, 3) / 3
}
