import { describe, expect, test } from 'vitest'
import { createLibrary, lookUp } from '../../src/scripts/index.ts'
import { script } from '../scripts/script.ts'
import { agent, ask, desk, forbidding, idsOf, NOTHING_FORBIDDEN, SCRIPTS, shopper } from './small-desk.ts'

const OWN = [
  ...SCRIPTS,
  script({ id: 'zh.coded', code: '现货', text: '仓库里有的' }),
  script({ id: 'zh.sale-only', stage: 'aftersale', text: '现货给您换一件' }),
  script({ id: 'zh.later', when: { from: '2099-01-01' }, text: '现货双倍积分' }),
  script({
    id: 'zh.two',
    wordings: ['现货很多', '仓里现货充足'].map((text) => ({ open: `亲，${text}`, short: text })),
  }),
]
const shop = desk(OWN, { guard: NOTHING_FORBIDDEN })
const found = (query: string, more = {}, deps = shop) => idsOf(ask('有货吗', { query, limit: 10, ...more }, deps))

describe('what the agent types', () => {
  test('finds by code first, then what begins with it, then what has it within', () => {
    expect(found('现货').slice(0, 2)).toEqual(['zh.coded', 'zh.sale-only'])
    expect(found('现货')).toContain('zh.stock')
    expect(found('现货').indexOf('zh.two')).toBeLessThan(found('现货').indexOf('zh.stock'))
  })

  test('finds what is not for this moment, never what does not hold', () => {
    expect(found('现货')).toContain('zh.sale-only')
    expect(found('现货')).not.toContain('zh.later')
    const { dropped } = ask('有货吗', { query: '现货', explain: true }, shop)
    expect(dropped).toContainEqual({ scriptId: 'zh.later', code: 'not_yet' })
  })

  test('comes as the very wording that was found, filled, though it was said before', () => {
    const talk = [shopper('有货吗'), agent('仓里现货充足'), shopper('真的吗')]
    expect(ask(talk, { query: '仓里' }, shop).suggestions[0]!.text).toBe('仓里现货充足')
    expect(ask('到江苏邮费多少', { query: '邮费' }, shop).suggestions[0]!.text).toBe('邮费5元呢')
  })

  test('is completed where a filled slot stands at the beginning', () => {
    expect(ask('到江苏邮费多少', { query: '亲，到江苏的邮费是5' }, shop).suggestions[0]!.text).toBe(
      '亲，到江苏的邮费是5元哦',
    )
  })

  test('is checked like everything else, and alone: nothing stands in for it', () => {
    const strict = desk(OWN, { guard: forbidding(/仓库/) })
    expect(found('仓库', {}, strict)).not.toContain('zh.coded')
    expect(ask('有货吗', { query: '仓库里有的' }, strict).gap).toBe('all_blocked')
    expect(ask('有货吗', { query: '没有这样的话术吗呢' }, desk([]))).toMatchObject({
      suggestions: [],
      gap: 'no_script',
    })
  })

  test('finds the texts that the store has approved, those of another agent never', () => {
    const library = createLibrary([
      script({ id: 'zh.mine', text: '现货都在呢' }),
      script({ id: 'zh.theirs', text: '现货多得很' }),
    ])
    const owner = (id: string) => (id === 'zh.mine' ? 'a1' : 'a2')
    const none = { stats: new Map(), neighbours: () => [], liking: () => 0, isSuppressed: () => false }
    const learned = desk(OWN, { guard: NOTHING_FORBIDDEN, learned: { ...none, approved: { library, owner } } })
    expect(found('现货', { agent: { id: 'a1' } }, learned)).toContain('zh.mine')
    expect(found('现货', { agent: { id: 'a1' } }, learned)).not.toContain('zh.theirs')
    expect(found('现货', {}, learned)).not.toContain('zh.mine')
  })

  test('is looked up as the store looks up', () => {
    const asked: string[] = []
    const lookup = {
      find: (...given: Parameters<typeof lookUp>) => {
        asked.push(given[1])
        return lookUp(...given)
      },
      ready: async () => undefined,
    }
    found('现货', {}, { ...shop, lookup })
    expect(asked).toEqual(['现货'])
  })
})
