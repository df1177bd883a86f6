/** Turns of a talk as the shipped data answers them: what must lead or be offered, and what must not be. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type SuggestDeps, suggest } from '../../src/suggest/index.ts'
import { trainedEngine } from '../trained-engine.ts'
import { agent, inputOf, shopper } from './small-desk.ts'

let deps: SuggestDeps
beforeAll(async () => {
  deps = (await trainedEngine()).deps('demo')
})

/** The first three scripts of a talk whose lines are by shopper and agent in turns. */
function offered(...lines: readonly string[]): string[] {
  const talk = lines.map((line, i) => (i % 2 === 0 ? shopper(line) : agent(line)))
  return suggest(inputOf(talk, { locale: 'zh' }), deps).suggestions.map(({ scriptId }) => scriptId)
}
const categories = (ids: readonly string[]) => ids.map((id) => id.split('.')[1])

describe('a fact in an after-sale case', () => {
  test.each([
    ['收到的是坏的', '亲，您当时有没有让快递备注验货呢', '没有'],
    ['收到的少了两包', '您现在用了几包呢', '用了四包了'],
    ['收到漏液了', '外包装有没有破损呢', '有'],
  ])('%s / %s / %s goes on with the case', (...lines) => {
    expect(['C95', 'C96', 'C98', 'C99']).toContain(categories(offered(...lines))[0])
    expect(categories(offered(...lines))).not.toContain('C72')
  })
})

describe('a named courier', () => {
  test('leads, and the default is not told', () => {
    expect(offered('你们发什么快递', '有中通和韵达，您要哪家', '韵达好了')[0]).toBe('zh.C80.named')
    for (const said of ['韵达好了', '圆通吧']) {
      expect(offered('你们发什么快递', '有中通和韵达，您要哪家', said)).not.toContain('zh.C80.default')
    }
  })
  test('that is not offered is said to be none', () => {
    expect(offered('发什么快递', '亲，要发什么快递呢', '圆通吧')[0]).toBe('zh.C80.cannot')
  })
  test('none is named: the default', () => {
    expect(offered('发什么快递啊')[0]).toBe('zh.C80.default')
  })
})

describe('a remark', () => {
  test('about dates is for who speaks of dates', () => {
    expect(offered('麻烦备注挑日期新鲜的')[0]).toBe('zh.C72.sample')
    expect(offered('好的，备注一下要蓝色')).not.toContain('zh.C72.sample')
  })
})

describe('where the shopper lives', () => {
  test('goes on with the postage, or with what was asked of the place', () => {
    expect(categories(offered('你好', '您好，您是哪里的', '广东的'))[0]).toBe('C79')
    expect(categories(offered('几天能到', '亲您什么地方的', '广东的'))[0]).toBe('C82')
    expect(categories(offered('这款怎么卖', '亲，您要这款吗，地址发一下', '肯定要啊'))[0]).toBe('C79')
  })
})

describe('a step done, a doubt, a nod', () => {
  test('the order is looked at', () => {
    expect(offered('可以便宜点吗', '您提交订单看看', '提交了')[0]).toBe('zh.C69.placed')
    expect(offered('能不能少10块', '您先拍下别付款，我给您改价', '拍好了')).toContain('zh.C64.just-placed')
  })
  test('what is doubted is checked', () => {
    for (const lines of [
      ['买两包够不够', '亲，满188才减哦', '不够是吧'],
      ['满减怎么算', '亲，满699减50哦', '我这样算是732'],
    ])
      expect(offered(...lines)[0]).toBe('zh.C40.check')
  })
  test('who nods at a promise is not sent back to the shelves', () => {
    expect(offered('能不能今天发', '亲，我们会尽快的', '嗯你尽量吧')[0]).toBe('zh.C139.promised')
    expect(offered('这款有货吗', '有的哦', '好的')).not.toContain('zh.C139.promised')
  })
})

describe('only for the words it is for', () => {
  test('questions of a choice for who wants advice', () => {
    const CHOOSING = ['zh.C10.whom', 'zh.C10.use', 'zh.C10.budget']
    for (const said of ['我需要帮忙', '我有个需要', '你说什么', '到上海星期六能到吗']) {
      expect(offered(said).filter((id) => CHOOSING.includes(id))).toEqual([])
    }
    expect(offered('我想买点东西')).toContain('zh.C10.whom')
  })
  test('holidays for who names one', () => {
    expect(categories(offered('星期六能到吗'))).not.toContain('C84')
    expect(offered('到上海星期六能到吗')).toContain('zh.C82.weekday')
    expect(categories(offered('国庆发货吗'))[0]).toBe('C84')
    expect(categories(offered('春节还发货不', '市区一般到腊月廿六，您收货是市区吗？', '镇上'))).toContain('C84')
  })
  test('popular goods for who names no kind', () => {
    for (const said of ['有没有什么好的面膜推荐', '推荐几款茶叶', '有没有新款连衣裙']) {
      const ids = offered(said)
      expect(ids).toContain('zh.C28.kind')
      expect(ids.filter((id) => /\.(?:hot|hot_new|new|both)$/.test(id))).toEqual([])
    }
    expect(offered('给我推荐一下')).toContain('zh.C28.hot')
  })
  test('that a person is here for who doubts it', () => {
    expect(offered('你是机器人吗')[0]).toBe('zh.C129.person')
    expect(offered('让你们主管来')).not.toContain('zh.C129.person')
  })
})

describe('a product of those spoken of', () => {
  const product = (said: string) =>
    suggest(
      inputOf(
        [shopper('纯棉短袖有货吗'), agent('有的亲'), shopper('针织开衫多少钱'), agent('139元哦'), shopper(said)],
        {
          locale: 'zh',
        },
      ),
      deps,
    ).state.product
  test.each([
    ['刚才那个有黑色吗', 'tee-basic'],
    ['59的那件怎么样', 'tee-basic'],
    ['白色的那个多少钱', 'tee-basic'],
    ['第二款有什么颜色', 'cardigan-knit'],
    ['藏青色的呢', 'cardigan-knit'],
    ['那黑色呢', 'cardigan-knit'],
  ])('%s means %s', (said, id) => {
    expect(product(said)).toBe(id)
  })
})
