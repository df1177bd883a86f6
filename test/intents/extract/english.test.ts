import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/intents/extract.ts'
import { AT, read } from './read.ts'

const en = (text: string, expects?: Parameters<typeof extract>[1]['expects']) =>
  read(text, { locale: 'en', ...(expects && { expects }) })

describe('bodies', () => {
  test.each([
    ['10 stone', ['weight=63.5 kg']],
    ['9 st 4', ['weight=58.97 kg']],
    ["5'4 130", ['height=163', 'weight=58.97 kg']],
    ['six foot one and 90kg', ['height=185', 'weight=90 kg']],
    ["my dad's 6ft", ['height=183']],
    ['a 34 inch waist', ['waist=86.36']],
    ['38in bust', ['chest=96.52']],
    ['waist only 70', ['waist=70']],
    ['she just turned 7', ['age=7 year']],
    ['my son is 4 and weighs 40 lbs', ['age=4 year', 'weight=18.14 kg']],
    ['baby is 8 months', ['age=8 month']],
  ])('%s', (text, expected) => expect(en(text)).toEqual(expected))

  test('a bare weight is in pounds, unless the height is in cm', () => {
    expect(en('165', ['weight'])).toEqual(['weight=74.84 kg'])
    expect(en('62', ['weight'])).toEqual(['weight=62 kg'])
    expect(en('172 68')).toEqual(['height=172', 'weight=68 kg'])
  })

  test.each(['the 21st', 'a 6ft rug', 'is the cord 1.8m', 'ship 40 of these boxes', 'a 5 stone ring'])(
    'no body: %s',
    (text) => {
      expect(en(text).filter((found) => /height|weight|hip|mass/.test(found))).toEqual([])
    },
  )
})

describe('sizes', () => {
  test.each([
    ['2T and 3T', ['size=2T', 'size=3T']],
    ['18-24m please', ['size=18-24M']],
    ['in 5-6y', ['size=5-6Y']],
    ['does 3X stretch', ['size=3XL']],
    ['would a 12 be tight', ['size=12']],
    ['is that a kids 9', ['size=9']],
    ['do you have it in 43', ['size=43']],
    ['a size 3', ['size=3']],
    ['navy, medium', ['colour=navy', 'size=M']],
    ['uk 10', ['size=10 UK']],
  ])('%s', (text, expected) => expect(en(text)).toEqual(expected))

  test('halves', () => expect(en('9 and a half', ['size'])).toEqual(['size=9.5']))

  test.each([
    'a small hole',
    'a large order',
    'the S button',
    'an L shaped desk',
    'back in 10',
    'in 3 days',
    'a 12 pack',
    '2x faster',
    'give us 8',
    'a 2t hard drive',
    '3-5 months',
  ])('no size: %s', (text) => expect(en(text).filter((found) => found.startsWith('size'))).toEqual([]))
})

describe('quantities', () => {
  test.each([
    ['i ordered 2 got 1', ['quantity=2', 'quantity=1']],
    ['send 3 more', ['quantity=3']],
    ['need 6 of the gold ones', ['quantity=6', 'colour=gold']],
    ['gimme a pair of the brown ones', ['quantity=1 pair', 'colour=brown']],
    ['a couple of the pink mugs', ['quantity=2', 'colour=pink']],
    ['4 packs instead of 2', ['quantity=4 packs', 'quantity=2']],
    ['can i get just one to try', ['quantity=1']],
  ])('%s', (text, expected) => expect(en(text)).toEqual(expected))

  test.each([
    'buy 2 get 1 free',
    'one of the buttons came off',
    '12 pack or 24 pack',
    'one bag was torn',
    'a couple of questions',
  ])('no quantity: %s', (text) => expect(en(text).filter((found) => found.startsWith('quantity'))).toEqual([]))
})

describe('money', () => {
  test.each([
    ['anything under 30 for a friend', ['budget=30 USD', 'receiver=friend']],
    ['budget is around $50', ['budget=50 USD']],
    ['no more than €25', ['budget=25 EUR']],
    ['max 60 quid', ['budget=60 GBP']],
    ['take 6 off', ['price=-6 USD']],
    ['give me $10 off', ['price=-10 USD']],
    ['do 40 shipped', ['price=40 USD']],
    ['half off', ['percent=0.5 price_factor']],
  ])('%s', (text, expected) => expect(en(text)).toEqual(expected))

  test.each([
    'free delivery over $50',
    'under 5 days',
    'under 30 minutes',
    'paid 2 times',
    '100% cotton',
    'cotton 60%',
  ])('no money: %s', (text) => expect(en(text).filter((found) => /price|budget|percent/.test(found))).toEqual([]))
})

describe('times', () => {
  test.each([
    ['by the 25th', ['date=2026-11-25']],
    ['got it on the 10th', ['date=2026-11-10']],
    ['ordered nov 2', ['date=2026-11-02']],
    ['hasnt moved since monday', ['date=2026-11-16']],
    ['will it be delivered monday', ['date=2026-11-23']],
    ['12/20', ['date=2026-12-20']],
    ['at noon', ['time=12:00']],
    ['a week late', ['duration=7 day']],
    ['5-7 business days', ['duration=5-7 day']],
  ])('%s', (text, expected) => expect(en(text)).toEqual(expected))

  test.each(['the 2nd one', 'open 24/7', 'have a nice day', 'this afternoon', 'twice a week', '1/2 price'])(
    'no time: %s',
    (text) => expect(en(text).filter((found) => /date|time|duration/.test(found))).toEqual([]),
  )
})

describe('codes and people', () => {
  const parts = (text: string, expects?: Parameters<typeof extract>[1]['expects']) =>
    extract(text, { locale: 'en', at: AT, ...(expects && { expects }) }).map(
      ({ slot, text: written }) => `${slot}:${written}`,
    )

  test.each([
    ['#48213 still missing', ['order_no:48213']],
    ['order no. HS-20417', ['order_no:HS-20417']],
    ['same as order 88120', ['order_no:88120']],
    ['order ending 5521', ['order_no:5521']],
    ['card ending in 0092', ['bank_card:0092']],
    ['card **** 7731', ['bank_card:7731']],
    ['sku 20418837', ['product_ref:20418837']],
    ['dhl 4038817265', ['courier:dhl', 'tracking_no:4038817265']],
    ['07700 900417', ['phone:07700 900417']],
    ['name, Tom Rivera', ['recipient:Tom Rivera']],
    ['recipient should be lucy park', ['recipient:lucy park']],
    ['Grace Lee 503 555 0119', ['recipient:Grace Lee', 'phone:503 555 0119']],
    ['flat 4, 31 station road', ['address:flat 4, 31 station road']],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected))

  test('a name in small letters counts when it was asked for', () => {
    expect(parts('grace lee 503 555 0119', ['recipient', 'phone'])).toEqual([
      'recipient:grace lee',
      'phone:503 555 0119',
    ])
    expect(parts('text me 503 555 0119')).toEqual(['phone:503 555 0119'])
  })

  test.each(['ship tomorrow please', 'the colour #000000', 'order 20000 units', 'it ends 2027'])(
    'nothing personal: %s',
    (text) => expect(parts(text).filter((part) => /recipient|order_no|bank_card/.test(part))).toEqual([]),
  )
})

describe('words', () => {
  test.each([
    ['to northern ireland', ['region=英国 northern ireland']],
    ['ship to the US', ['region=美国']],
    ['to puerto rico', ['region=美国 puerto rico']],
    ['royal mail or 4px', ['courier=Royal Mail', 'courier=4PX']],
    ['sky blue', ['colour=light-blue']],
    ['mint flavour', ['flavour=薄荷']],
    ['for my gf', ['receiver=girlfriend']],
    ["wife's birthday", ['receiver=wife']],
  ])('%s', (text, expected) => expect(en(text)).toEqual(expected))

  test.each([
    'so many ups n downs',
    'let us know',
    'uk plug or eu plug',
    'green tea vs black tea',
    'gold member here',
    'spf 30 on this cream',
    'turkey jerky',
    'talk to my lawyer',
  ])('nothing: %s', (text) => expect(en(text)).toEqual([]))
})
