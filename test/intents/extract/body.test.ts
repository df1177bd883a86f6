import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

describe('height and weight', () => {
  test.each([
    ['162 110斤穿几码', ['height=162', 'weight=55 kg']],
    ['我一米八五一百七十五斤', ['height=185', 'weight=87.5 kg']],
    ['身高165体重55', ['height=165', 'weight=55 kg']],
    ['1米65 110斤', ['height=165', 'weight=55 kg']],
    ['1.65m 55公斤', ['height=165', 'weight=55 kg']],
    ['162 110', ['height=162', 'weight=55 kg']],
    ['165,55kg', ['height=165', 'weight=55 kg']],
    ['110斤 162', ['weight=55 kg', 'height=162']],
    ['宝宝 110cm 38斤', ['height=110', 'weight=19 kg']],
    ['一百三十斤', ['weight=65 kg']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('feet, inches and pounds', () => {
    expect(read(`5'5" and 120 lb`, { locale: 'en' })).toEqual(['height=165', 'weight=54.43 kg'])
    expect(read('5 ft 5', { locale: 'en' })).toEqual(['height=165'])
  })

  test.each(['키 165 몸무게 55킬로', '165에 55kg인데 뭐 사야 해요', '165cm에 55키로', '165이고 55킬로예요'])(
    '%s',
    (text) => expect(read(text, { locale: 'ko' })).toEqual(['height=165', 'weight=55 kg']),
  )

  test('joined by "and"', () => {
    expect(read('I am 165 and 55kg', { locale: 'en' })).toEqual(['height=165', 'weight=55 kg'])
    for (const text of ['between 150 and 180', 'I paid 165 and 10 for postage']) {
      expect(read(text, { locale: 'en' }).filter((found) => /height|weight/.test(found))).toEqual([])
    }
    expect(read('150에 60개 주세요', { locale: 'ko' }).filter((found) => /height|weight/.test(found))).toEqual([])
  })

  test.each(['1.8米的床有吗', '2米长的线', '199 399', '20乘20的', '10:20的'])('no height: %s', (text) => {
    expect(read(text).filter((found) => /height|weight/.test(found))).toEqual([])
  })

  test('goods have a mass, people a weight', () => {
    expect(read('寄到家三斤左右')).toEqual(['mass=1.5 kg'])
    expect(read('买5斤')).toEqual(['mass=2.5 kg'])
    expect(read('138斤拍大一点可以穿吗')).toEqual(['weight=69 kg'])
    expect(read('17块一斤')).toEqual(['price=17 CNY'])
  })
})

describe('age and measures', () => {
  test.each([
    ['3岁半', ['age=3.5 year']],
    ['她五十多岁', ['age=50 year']],
    ['6个月宝宝能用吗', ['age=6 month']],
    ['5살', ['age=5 year']],
    ['脚长24.5', ['foot_length=24.5']],
    ['脚长245mm', ['foot_length=24.5']],
    ['胸围88 腰围二尺一', ['chest=88', 'waist=70']],
    ['waist 28in', ['waist=71.12']],
    ['臀围92', ['hip=92']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('months without a baby are a duration', () => expect(read('用了6个月')).toEqual(['duration=180 day']))
})

describe('bare numbers answer what was asked', () => {
  test('both at once', () => {
    expect(read('165 55', { expects: ['height', 'weight'] })).toEqual(['height=165', 'weight=55 kg'])
  })
  test('one, with the unit of the locale', () => {
    expect(read('110', { expects: ['weight'] })).toEqual(['weight=55 kg'])
    expect(read('55', { expects: ['weight'], locale: 'ko' })).toEqual(['weight=55 kg'])
    expect(read('8826', { expects: ['order_no'] })).toEqual(['order_no=8826'])
  })
  test('an implausible number or one with another unit answers nothing', () => {
    expect(read('999', { expects: ['height'] })).toEqual([])
    expect(read('三个问题', { expects: ['quantity'] })).toEqual([])
    expect(read('55')).toEqual([])
  })
})
