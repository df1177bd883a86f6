import { formsOf, say } from '../localised.ts'
import { memberFen, type Spent, type Standing, standing, standingAt } from '../membership.ts'
import { readFen, toFen } from '../money.ts'
import type { Fact } from './fact.ts'
import { grantedHere } from './granted.ts'
import type { Knowledge } from './knowledge.ts'
import { pricesFen } from './product.ts'
import { fact, type Resolvers } from './resolver.ts'

/** The shopper's level: as the platform tells it, else by what they spent; unknown when neither is given. */
export function memberStanding(know: Knowledge): Standing | undefined {
  return know.once('member', () => {
    const { shopper } = know
    const totalFen = readFen(shopper?.spent)
    const spent: Spent | undefined = totalFen === undefined ? undefined : { totalFen, onceFen: 0 }
    const named = know.store.member.levels.find(
      (level) => shopper?.level !== undefined && [level.id, ...formsOf(level.name)].includes(shopper.level),
    )
    if (named) return standingAt(know.store.member, named.id, spent)
    return spent && standing(know.store.member, spent)
  })
}

function gap(know: Knowledge): Fact | undefined {
  const next = memberStanding(know)?.next
  if (!next || next.gapFen === 0) return undefined
  const name = say(next.name, know.locale)
  const sum = know.money(toFen(next.level.cumulative!))
  const once = next.onceFen === undefined ? undefined : know.money(next.onceFen)
  const why =
    name &&
    {
      zh: `累计满${sum}升${name}，还差${know.money(next.gapFen)}${once ? `；单笔满${once}也可以` : ''}`,
      en: `${name} from ${sum} in total, ${know.money(next.gapFen)} to go${once ? `; or one purchase of ${once}` : ''}`,
      ko: `누적 ${sum} ${name}, ${know.money(next.gapFen)} 남음${once ? ` (한 번에 ${once}도 가능)` : ''}`,
    }[know.locale]
  return fact('calc', know.money(next.gapFen), next.gapFen / 100, why)
}

/** Only when membership really lowers the price, and none was granted. */
function price(know: Knowledge): Fact | undefined {
  if (grantedHere(know)) return undefined
  const level = memberStanding(know)?.level
  const [regular, ...more] = pricesFen(know)
  if (!level || regular === undefined || more.length > 0) return undefined
  const fen = memberFen(know.store.member, level, regular, know.card?.specialPrice !== undefined)
  if (fen >= regular) return undefined
  const name = say(level.name, know.locale)
  const why = name && `${name}: ${know.money(regular)} × ${Math.round(level.discount * 1000) / 1000}`
  return fact('calc', know.money(fen), fen / 100, why)
}

/** `累计满500元升银卡、享9.8折；…`: the levels above the first, from the data the calculator uses. */
function rule(know: Knowledge): Fact | undefined {
  const lines = know.store.member.levels.flatMap((level) => {
    const name = say(level.name, know.locale)
    if (name === undefined || !level.cumulative) return []
    const spend = know.money(toFen(level.cumulative))
    const percent = Math.round((1 - level.discount) * 1000) / 10
    const zh = level.discount < 1 ? `享${Math.round(level.discount * 1000) / 100}折` : ''
    const off = level.discount < 1 ? `${percent}% ` : ''
    return [
      {
        zh: `累计满${spend}升${name}${zh}`,
        en: `${name} from ${spend} in total${off && `, ${off}off`}`,
        ko: `누적 ${spend} 이상 ${name}${off && ` ${off}할인`}`,
      }[know.locale],
    ]
  })
  return fact('policy', lines.join(know.locale === 'zh' ? '，' : '; '))
}

export const MEMBER: Resolvers = {
  'member.rule': rule,
  'member.level': (know) => fact('calc', say(memberStanding(know)?.level.name, know.locale)),
  'member.gap': gap,
  'member.price': price,
}
