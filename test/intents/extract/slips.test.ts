import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/intents/extract.ts'
import { redact } from '../../../src/intents/redact.ts'
import { read } from './read.ts'

describe('numbers torn or mistyped', () => {
  test.each([
    ['1。73米', ['height=173']],
    ['12 0斤穿均码', ['weight=60 kg', 'size=FREE']],
    ['一百2十斤', ['weight=60 kg']],
    ['身搞172体中136', ['height=172', 'weight=68 kg']],
    ['一米六 一百一', ['height=160', 'weight=55 kg']],
    ['左脚255右脚26 0', ['foot_length=25.5', 'foot_length=26']],
    ['三围 86 66 90', ['chest=86', 'waist=66', 'hip=90']],
    ['脚长24公分半', ['foot_length=24.5']],
    ['6个月的双胞胎 16斤', ['age=6 month', 'weight=8 kg']],
    ['孩子10个月了', ['age=10 month']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each(['椅子承重200斤吗', '1米2的儿童床护栏', '电脑桌1米4的', '180 200的床笠', '配料12 0添加'])(
    'no body: %s',
    (text) => expect(read(text).filter((found) => /height|weight/.test(found))).toEqual([]),
  )
  test('months of use are no age', () =>
    expect(read('给孩子买了3个月了')).toEqual(['receiver=child', 'duration=90 day']))
  test('a measure with its unit answers what was asked', () => {
    expect(read('两尺二', { expects: ['waist'] })).toEqual(['waist=73.33'])
    expect(read('两尺二')).toEqual([])
  })
})

describe('personal data torn by spaces', () => {
  test.each([
    ['1 99 0000 2286', 'phone=19900002286'],
    ['一三九零零零零五五二一', 'phone=13900005521'],
    ['mumu2026 @ qq.com', 'email=mumu2026@qq.com'],
    ['身份证529901 19930907 4021', 'id_card=529901199309074021'],
    ['身份证后四位207X', 'id_card=207X'],
    ['卡号后四位是8051', 'bank_card=8051'],
    ['尾号0099的银行卡', 'bank_card=0099'],
    ['sf 1440 0725 3381 6', 'tracking_no=SF1440072533816'],
    ['715 0038 84926 这款', 'product_ref=715003884926'],
    ['货号A2307', 'product_ref=A2307'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
    if (!expected.startsWith('product')) expect(redact(text).text).not.toMatch(/\d{3}|零零/)
  })
  test.each(['165 110 38 175', '1500 2000 3000', '验证码后四位8826', '一三五有空'])('nothing personal: %s', (text) => {
    expect(redact(text).text).toBe(text)
  })
})

describe('names and addresses', () => {
  const parts = (text: string) =>
    extract(text, { locale: 'zh' })
      .filter(({ slot }) => slot === 'recipient' || slot === 'address')
      .map(({ slot, value }) => `${slot}:${value}`)

  test.each([
    ['姓名：鄭阿寶 地址：廣東省佛山市禪城區星河里小區9棟801', ['recipient:鄭阿寶', 'address:禪城區星河里小區9棟801']],
    ['改到天河区体育东路12号A座905', ['address:天河区体育东路12号A座905']],
    ['姑苏区平江路18号 林晓 15200003367', ['address:姑苏区平江路18号', 'recipient:林晓']],
    ['唐果果收 18100007726', ['recipient:唐果果']],
    ['177 0000 6120 王女士收', ['recipient:王女士']],
    ['寄给赵小姐 13700003344', ['recipient:赵小姐']],
    ['收件写刘桂枝', ['recipient:刘桂枝']],
    ['收件人 欧阳雪 山东青岛市南区香港中路10号', ['recipient:欧阳雪', 'address:市南区香港中路10号']],
    ['地址：书香巷20号院4单元602 发顺丰', ['address:书香巷20号院4单元602']],
    ['地址改成：武侯区人民南路四段12号 放快递柜', ['address:武侯区人民南路四段12号']],
  ])('%s keeps its case and script', (text, expected) => expect(parts(text)).toEqual(expected))

  test.each(['周末收 13812345678', '何时收货', '马上收到货', '给安排 13812345678', '孩子他爸收的货'])(
    'no name: %s',
    (text) => expect(parts(text)).toEqual([]),
  )
})
