import { describe, expect, test } from 'vitest'
import { createLibrary, saidScript } from '../../src/scripts/index.ts'
import { script } from './script.ts'

const library = createLibrary([
  script({
    id: 'zh.fee',
    category: 'C79',
    intents: ['shipping_fee.fee', 'shipping_fee.free'],
    text: '{{you}}，到{{region}}邮费{{shipping.fee}}哦',
  }),
  script({
    id: 'zh.hello',
    category: 'C01',
    intents: ['greeting.hello'],
    wordings: [
      { open: '您好，欢迎光临{{shop}}', short: '在的哦' },
      { open: '您好呀', short: '在呢' },
    ],
  }),
  script({
    id: 'en.fee',
    category: 'C79',
    intents: ['shipping_fee.fee'],
    locale: 'en',
    text: 'Shipping to {{region}} is {{shipping.fee}}.',
  }),
  script({ id: 'zh.paid', category: 'C68', intents: [], when: { event: 'order_paid' }, text: '收到您的付款啦' }),
])

describe('createLibrary', () => {
  test('shelves scripts by language, topic, family, event and category, in the order given', () => {
    const ids = (entries: readonly { script: { id: string } }[] | undefined) => entries?.map((entry) => entry.script.id)
    const zh = library.shelf('zh')
    expect(ids(zh.entries)).toEqual(['zh.fee', 'zh.hello', 'zh.paid'])
    expect(ids(zh.byTopic.get('shipping_fee.free'))).toEqual(['zh.fee'])
    expect(ids(zh.byFamily.get('shipping_fee'))).toEqual(['zh.fee'])
    expect(ids(zh.byEvent.get('order_paid'))).toEqual(['zh.paid'])
    expect(ids(library.shelf('en').byCategory.get('C79'))).toEqual(['en.fee'])
    expect(library.shelf('ko').entries).toEqual([])
    expect(library.size).toBe(4)
  })
  test('counts the facts a script can print, not its voice', () => {
    expect(library.get('zh.fee')!.traits.facts).toBe(2)
    expect(library.get('zh.hello')!.traits.facts).toBe(0)
    expect(library.get('zh.none')).toBeUndefined()
  })
  test('names the script that stands twice and the one that does not parse', () => {
    expect(() => createLibrary([script({ id: 'a' }), script({ id: 'a' })])).toThrow('script a stands twice')
    expect(() => createLibrary([script({ id: 'a', text: '{{yuo}}' })])).toThrow('script a: unknown slot "yuo"')
  })
})

describe('said', () => {
  const said = (text: string, locale: 'zh' | 'en' = 'zh') => library.said(text, locale)[0]?.script.id
  test('knows a script by its words, whatever fills its slots', () => {
    expect(said('亲，到江苏邮费¥5哦')).toBe('zh.fee')
    expect(said('到新疆邮费¥18哦')).toBe('zh.fee')
    expect(said('收到您的付款啦')).toBe('zh.paid')
    expect(said('Shipping to the US is ¥150.', 'en')).toBe('en.fee')
  })
  test('does not take own words for one', () => {
    expect(said('邮费您看下页面哦')).toBeUndefined()
    expect(said('到江苏哦邮费')).toBeUndefined()
    expect(
      said('亲，到江苏邮费¥5哦，另外这款今天有活动，满99减10，您可以多带一件一起发，邮费就省下来了'),
    ).toBeUndefined()
    expect(said('')).toBeUndefined()
  })
})

describe('said, two scripts in one reply', () => {
  const two = createLibrary([
    script({ id: 'zh.courier', intents: ['courier_choice.which'], text: '默认发{{shipping.courier}}，要换可以说' }),
    script({
      id: 'zh.eta',
      intents: ['shipping_time.eta'],
      asks: ['region'],
      text: '路上{{shipping.transit}}，您在哪个城市呢',
    }),
    script({ id: 'zh.long', intents: ['refund.request'], text: '对不起，这就给您办。好了马上告诉您' }),
  ])
  const ids = (text: string) => two.said(text, 'zh').map((entry) => entry.script.id)
  test('are both known, with or without address word and smile', () => {
    expect(ids('默认发中通，要换可以说。路上2-4天，您在哪个城市呢')).toEqual(['zh.courier', 'zh.eta'])
    expect(ids('亲，默认发中通，要换可以说。路上2-4天，您在哪个城市呢/:^_^')).toEqual(['zh.courier', 'zh.eta'])
  })
  test('one script of two sentences is one', () => {
    expect(ids('对不起，这就给您办。好了马上告诉您')).toEqual(['zh.long'])
  })
  test('one script and own words are not two', () => {
    expect(ids('默认发中通，要换可以说。您那边下雪了吗')).toEqual(['zh.courier'])
    expect(ids('默认发中通，要换可以说')).toEqual(['zh.courier'])
  })
  test('tell the fold of both', () => {
    expect(saidScript(two.said('默认发中通，要换可以说。路上2-4天，您在哪个城市呢', 'zh'))).toMatchObject({
      id: 'zh.courier+zh.eta',
      tier: 'answer',
      intents: ['courier_choice.which', 'shipping_time.eta'],
      asks: ['region'],
    })
    expect(saidScript([])).toBeUndefined()
  })
})
