import { type Script, ScriptRecord } from '../src/scripts/index.ts'
import { createRandom, type Random } from './random.ts'

const GOODS =
  '卫衣 牛仔裤 连衣裙 风衣 羽绒服 童鞋 帆布鞋 睡衣 打底衫 围巾 坚果礼盒 牛肉干 粽子 绿茶 茶具 湿巾 纸尿裤 棉柔巾 保温杯 收纳箱 台灯 床单 毛巾 雨伞 双肩包 耳机'.split(
    ' ',
  )
const TRAITS =
  '今年新到的 常年在卖的 这一批的 活动里的 您收藏的 刚补货的 店里主推的 换季的 升级过的 老顾客常买的 轻便的 加厚的'.split(
    ' ',
  )
const LINKS = ['另外', '还有', '方便的话', '如果需要', '顺便说下', '按照店里的安排', '就这款来说', '一般来说']

/**
 * A seeded library of `count` Chinese scripts spread evenly over `topics`. Their clauses, conditions and tiers come from the shipped scripts,
 * recombined within a topic and varied by goods, so that words and lengths are those of a real library.
 */
export function makeLibrary(count: number, topics: readonly string[], shipped: readonly Script[], seed = 1): Script[] {
  const random = createRandom(seed)
  const models = shipped.filter((script) => script.locale === 'zh' && script.when.event === undefined)
  const byTopic = new Map(topics.map((topic) => [topic, models.filter((script) => script.intents.includes(topic))]))
  return Array.from({ length: count }, (_, i) => {
    const topic = topics[i % topics.length]!
    const own = byTopic.get(topic)!
    const from = own.length > 0 ? own : models
    return { ...makeScript(i, topic, from, random), locale: 'zh' as const }
  })
}

function makeScript(i: number, topic: string, from: readonly Script[], random: Random): ScriptRecord {
  const model = random.pick(from)
  return ScriptRecord.parse({
    id: `zh.bench.${i}`,
    category: model.category,
    intents: [topic],
    tier: model.tier,
    stage: model.stage,
    when: model.when,
    asks: model.asks,
    does: model.does,
    note: `${random.pick(TRAITS)}${random.pick(GOODS)}`,
    wordings: [makeWording(from, random), makeWording(from, random)],
  })
}

function makeWording(from: readonly Script[], random: Random): { open: string; short: string } {
  const clause = () => random.pick(clausesOf(random.pick(random.pick(from).wordings).open))
  const goods = `${random.pick(TRAITS)}${random.pick(GOODS)}`
  return {
    open: `${goods}，${clause()}，${random.pick(LINKS)}${clause()}`,
    short: `${random.pick(GOODS)}${clause()}`,
  }
}

/** Clauses end at a comma or full stop outside of slots. */
function clausesOf(text: string): string[] {
  return text.split(/[，。！？](?![^{]*\}\})/).filter((clause) => clause.length > 1 && clause !== '{{you}}')
}
