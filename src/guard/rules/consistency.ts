import { normalise } from '../../intents/index.ts'
import type { CheckedText } from '../checked-text.ts'
import type { EarlierLine, Finding, GuardContext, Rule, Says } from '../context.ts'
import { statementsIn } from '../statements/read.ts'
import { isSameMatter } from '../statements/scope.ts'
import { contradicts, DEPENDS, type Statement } from '../statements/statement.ts'

/** A statement of the text, and the earlier one it cannot stand beside. */
interface Conflict {
  readonly now: Statement
  readonly before: Statement
  readonly line: EarlierLine
}

/** R06: a word given in this chat is kept. With the lead's leave, or an apology and a reason, it may be taken back by a person who saw the mark. */
export const promiseKept: Rule = {
  id: 'R06',
  level: 'block',
  says: { zh: '与之前的承诺相反', en: 'takes back a promise made in this chat', ko: '앞서 한 약속과 다릅니다' },
  suspects,
  find: (text, context) =>
    conflictsOf(text, context)
      .filter(({ before }) => before.promise !== undefined)
      .map((conflict) => {
        const found = finding(text, conflict, TAKEN_BACK)
        // whether the case it was promised for has come, or another thing is meant, the agent knows
        const { now, before } = conflict
        const isVague = now.deed !== undefined && now.object === undefined && !CHASED.test(context.waiting ?? '')
        const mayBe = (before.promise === 'conditional' && now.topic !== 'word') || isVague || isExcused(text.text)
        return mayBe ? { ...found, level: 'warn' as const } : found
      }),
}

/** R99: one chat, one answer. The shopper asking about something else, or a correction that says so, lets another value pass. */
export const sameAnswer: Rule = {
  id: 'R99',
  level: 'warn',
  says: { zh: '与之前的说法不一致', en: 'differs from what was said before', ko: '앞서 안내한 내용과 다릅니다' },
  suspects,
  find: (text, context) =>
    CORRECTS.test(text.text)
      ? []
      : conflictsOf(text, context)
          .filter(({ before }) => before.promise === undefined)
          .map((conflict) => finding(text, conflict, DIFFERS)),
}

const TAKEN_BACK: Says = {
  zh: '与之前的承诺相反，之前说',
  en: 'takes back a promise. Said before',
  ko: '앞서 한 약속과 다릅니다. 앞서',
}
const DIFFERS: Says = {
  zh: '与之前的说法不一致，之前说',
  en: 'differs from what was said before',
  ko: '앞서 안내한 내용과 다릅니다. 앞서',
}
const CORRECTS =
  /说错|看错|记错|弄错|搞错|写错|报错|更正|纠正|刚[才刚]?(?:查|核实|问)|抱歉|不好意思|对不起|sorry|actually|apolog|my mistake|correct(?:ion|ed)|죄송|정정|잘못/
const LEAVE =
  /(?:主管|店长|经理|领导|老板|掌柜|上级|财务)[^,。!?]{0,8}(?:批|同意|确认|核实|说|回复|通知|特批)|manager (?:has )?(?:approved|confirmed|decided)|팀장|관리자/
const REGRET = /抱歉|不好意思|对不起|sorry|apolog|죄송/
const REASON =
  /(?:因为|由于|原因)(?![^,。]{0,8}(?:规定|系统|公司|同事))|缺货|没货|断货|停产|厂家|快递停|停发|超过|过期|because|due to|since|warehouse|때문|창고|품절|으로 인해/

function isExcused(text: string): boolean {
  return LEAVE.test(text) || (REGRET.test(text) && REASON.test(text))
}

function suspects({ text }: CheckedText): boolean {
  return statementsIn(text).length > 0
}

/** Who asks where it stays, asks for nothing else. */
const CHASED = /[呢没]|怎么|单号|什么时候|几点|[好完]了|了吧/
/** The promise stands, and something else is refused. */
const STANDS = /照常|照样|照旧|没问题|as promised|그대로/
/** Who no longer wants it, or another day, has taken the word back. */
const WAIVED =
  /算了|不用(?:再)?(?:补|送|换|寄|留|改|来|装|赔|开|退)|never ?mind|no need|don't bother|forget it|괜찮|필요 ?없|안 ?(?:보내|주)셔도/
const ANOTHER_DAY =
  /改|换[到成天个]|不在|出差|没空|没时间|不方便|推[迟后]|提前|move|change|reschedul|come up|can we do|바꿔|변경|옮겨|미뤄/

/** A shopper who wants more may be told no, whatever was given. */
const MORE = /(?:再|还|另外|多|也).{0,4}[送赠加]/

function conflictsOf({ text }: CheckedText, { earlier = [], waiting = '' }: GuardContext): Conflict[] {
  if (earlier.length === 0) return []
  const isOpen = ({ topic }: Statement) =>
    !WAIVED.test(waiting) &&
    !STANDS.test(text) &&
    !(topic === 'gift' && MORE.test(waiting)) &&
    !(topic === 'visit' && ANOTHER_DAY.test(waiting))
  const stated = statementsIn(text).filter(isOpen)
  const conflicts = stated.flatMap((now) => conflictOf(text, now, earlier) ?? [])
  // 今天能到，最晚明天: what fits in one of its ways fits
  return conflicts.filter(({ now }) =>
    stated.every((other) => !isAlike(now, other) || conflicts.some((conflict) => conflict.now === other)),
  )
}

function isAlike(now: Statement, other: Statement): boolean {
  return other.topic === now.topic && (now.deed === undefined || other.deed?.includes(now.deed) === true)
}

/** What was last said of the same thing, when it cannot stand beside this. To give is to take nothing back, but for another day. */
function conflictOf(text: string, now: Statement, earlier: readonly EarlierLine[]): Conflict | undefined {
  if (now.promise && now.topic !== 'visit') return undefined
  for (const line of earlier.toReversed()) {
    if (DEPENDS[now.topic].some((slot) => line.changedSince.has(slot))) return undefined
    const said = normalise(line.text).text
    const before = statementsIn(said).filter((stated) => isSameMatter(text, now, said, stated))
    if (before.length === 0) continue
    return before.every((stated) => contradicts(now.says, stated.says)) ? { now, before: before[0]!, line } : undefined
  }
  return undefined
}

function finding(text: CheckedText, { now, before, line }: Conflict, opening: Says): Finding {
  const { start, end } = text.at(now.from, now.to)
  const quote = quoted(line.text, before)
  return {
    start,
    end,
    says: { zh: `${opening.zh}“${quote}”`, en: `${opening.en}: “${quote}”`, ko: `${opening.ko} “${quote}”` },
  }
}

const QUOTED = 40

/** At most so many letters of the line, around what it states. */
function quoted(line: string, { from, to }: Statement): string {
  const letters = [...line]
  if (letters.length <= QUOTED) return line
  const { at } = normalise(line)
  const middle = [...line.slice(0, (at[from]! + at[to]!) >> 1)].length
  const first = Math.max(0, Math.min(middle - QUOTED / 2, letters.length - QUOTED))
  return letters.slice(first, first + QUOTED).join('')
}
