import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createGuard, type Guard, learnRules } from '../../../src/guard/index.ts'
import { DATA } from '../../../src/server/engine.ts'
import { readExamples, readRules } from '../../../src/server/load/rules.ts'
import { readScripts } from '../../../src/server/load/scripts.ts'

let guard: Guard
let replies: string[]

beforeAll(async () => {
  const scripts = await readScripts(join(DATA, 'scripts'))
  replies = scripts
    .filter(({ script }) => script.locale === 'zh')
    .flatMap(({ script }) => script.wordings.flatMap(({ open, short }) => [open, short]))
  guard = createGuard(await readRules(DATA), undefined, learnRules(await readExamples(DATA), replies))
})

const draft = { kind: 'draft', locale: 'zh', uiLocale: 'zh', channel: 'taobao' } as const
const found = (text: string) =>
  guard
    .check(text, draft)
    .warnings.filter(({ level }) => level !== 'hint')
    .map(({ rule }) => rule)

describe('the examples that ship', () => {
  test('every file belongs to one rule, or is the one of plain lines, and no line stands on both sides', async () => {
    const files = await readExamples(DATA)
    expect(files.length).toBe(readdirSync(join(DATA, 'rules/examples/zh')).length)
    expect(new Set(files.map(({ rule }) => rule)).size).toBe(files.length)
    const breaks = new Set(files.flatMap((file) => file.breaks))
    expect(files.flatMap((file) => file.keeps).filter((line) => breaks.has(line))).toEqual([])
  })
  test.each([
    ['R35', '就您这个收入还看什么高端款呀'],
    ['R37', '下单之前您怎么也不先看看尺寸呢，现在不合适来找我们'],
    ['R42', '同一个问题您要我回答多少次才够'],
    ['R51', '您对我这么大吼大叫有用吗，别拿客服撒气'],
    ['R81', '我们家东西从来不出这种问题，肯定是您弄错了'],
    ['R84', '给我们五颗星的话，截图来找我领三块钱'],
    ['R105', '手机收到的那几个数字麻烦念给我'],
    ['R01', '我敢拍胸脯，怎么摔都坏不了'],
    ['R13', '后台好多人盯着这件，眼看要没了'],
    ['R14', '今晚一过就是另一个价了'],
    ['R15', '拍了我悄悄往包裹里塞双袜子'],
    ['R18', '他们家填的都是黑心棉'],
    ['R20', '我得去接孩子，先不聊了'],
    ['R71', '快递钱您别管，店里替您出了'],
    ['R103', '再吵我就让您的号下不了单'],
  ])('%s is found in other words: %s', (rule, text) => {
    expect(found(text)).toContain(rule)
  })
  test.each([
    '您别着急，我这就去仓库看看是不是漏发了',
    '预算三百左右的话可以看看这两款',
    '不是您的问题，是我们没有提前说明',
    '验证码请您自己输入，不要告诉任何人',
    '评价随您写，不影响售后',
    '前面还有两位顾客在咨询，马上到您',
    '我要去仓库看一眼实物，看完回您',
    '礼盒里的贺卡是套装自带的',
  ])('what only touches the matter passes: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})
