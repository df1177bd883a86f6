import { describe, expect, test } from 'vitest'
import { createGuard } from '../../src/guard/index.ts'
import { draft, guard, levelOf } from './shipped-guard.ts'

describe('a marketplace’s pack', () => {
  test('speaks on its own channel only', () => {
    expect(levelOf('R106', '我们抖音上也有店', { channel: 'taobao' })).toBe('block')
    expect(levelOf('R106', '我们抖音上也有店', { channel: 'douyin' })).toBeUndefined()
    expect(levelOf('R106', '我们抖音上也有店')).toBeUndefined()
    expect(levelOf('R86', '我们不支持仅退款', { channel: 'pdd' })).toBe('block')
    expect(levelOf('R86', '我们不支持仅退款', { channel: 'web' })).toBeUndefined()
  })
  test('permits what is the platform’s own', () => {
    expect(levelOf('R106', '您去淘宝搜我们店', { channel: 'taobao' })).toBeUndefined()
    expect(levelOf('R106', '您去淘宝搜我们店', { channel: 'jd' })).toBe('block')
    expect(levelOf('R106', '有事私信我', { channel: 'douyin' })).toBeUndefined()
    expect(levelOf('R106', '进群可以领券', { channel: 'taobao' })).toBeUndefined()
    expect(levelOf('R106', '进群可以领券', { channel: 'jd' })).toBe('block')
    expect(levelOf('R106', '扫码进我们的微信群', { channel: 'taobao' })).toBe('block')
    expect(levelOf('R84', '晒单可以得京豆', { channel: 'jd' })).toBeUndefined()
  })
  test('a word may weigh less or more than its rule, and a mild one excuses nothing', () => {
    expect(levelOf('R106', '淘宝那款也是这个面料', { channel: 'douyin' })).toBe('warn')
    expect(levelOf('R106', '您去淘宝搜我们店', { channel: 'douyin' })).toBe('block')
  })
  test('couriers and payment by their names are free everywhere', () => {
    for (const channel of ['taobao', 'jd', 'pdd', 'douyin']) {
      expect(guard.check('默认发京东快递，付款方式里有支付宝', { ...draft, channel }).verdict).toBe('pass')
    }
  })
  test('what was innocent on one channel is judged anew on another', () => {
    const own = createGuard({
      zh: { hurt: { except: [], find: [{ words: ['笨'] }] } },
      en: {},
      ko: {},
      aliases: [],
      packs: {
        jd: { hurt: { except: ['笨笨熊'], find: [{ words: ['慢吞吞'], level: 'hint' }] } },
      },
    })
    const on = (channel: string | undefined, text: string) =>
      own
        .check(text, { ...draft, channel })
        .warnings.filter(({ rule }) => rule === 'R35')
        .map(({ level }) => level)
    expect(on(undefined, '这么慢吞吞')).toEqual([])
    expect(on('jd', '这么慢吞吞')).toEqual(['hint'])
    expect(on('taobao', '这么慢吞吞')).toEqual([])
    expect(on('taobao', '笨笨熊玩偶')).not.toEqual([])
    expect(on('jd', '笨笨熊玩偶')).toEqual([])
  })
})
