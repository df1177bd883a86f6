import { describe, expect, test } from 'vitest'
import { read } from './read.ts'

/** What else Chinese shoppers say for a quantity, a price or a day, and what only looks like it. Now is 2026-11-18. */
describe('quantity', () => {
  test.each([
    ['半打', ['quantity=6']],
    ['一打袜子', ['quantity=12']],
    ['两块肥皂一瓶洗手液', ['quantity=2 块', 'quantity=1 瓶']],
    ['数量8改成6', ['quantity=8', 'quantity=6']],
    ['帮我留一双', ['quantity=1 双']],
    ['退一件留两件', ['quantity=1 件', 'quantity=2 件']],
    ['两件打八折 那三件呢', ['quantity=2 件', 'percent=0.8 price_factor', 'quantity=3 件']],
    ['30盆绿萝', ['quantity=30 盆']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
  test.each(['60支长绒棉', '40支和60支摸着一样吗', '一打开就坏了', '满三件送什么', '两只脚不一样', '那两件怎么选'])(
    'none: %s',
    (text) => expect(read(text).filter((found) => found.startsWith('quantity'))).toEqual([]),
  )
})

describe('money', () => {
  test.each([
    ['便宜15我立马付', ['price=-15 CNY']],
    ['再减20我就拍', ['price=-20 CNY']],
    ['三十来块', ['price=30 CNY']],
    ['两百二能不能卖', ['price=220 CNY']],
    ['9.9包邮', ['price=9.9 CNY']],
    ['预算两百左右', ['budget=200 CNY']],
    ['别超过一百', ['budget=100 CNY']],
    ['顶多出80', ['budget=80 CNY']],
    ['推荐个300左右的养生壶', ['budget=300 CNY']],
    ['送长辈的礼物，200左右推荐下', ['receiver=elder', 'budget=200 CNY']],
    ['50块左右有什么推荐吗', ['budget=50 CNY']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
  test.each([
    '八角茴香单卖吗',
    '含棉95%的是哪个',
    '电量一直显示20%',
    '湿度到60%',
    '满300减40',
    '最多几件',
    '不超过3件',
    '身高165左右的',
  ])('none: %s', (text) => expect(read(text).filter((found) => /price|budget|percent/.test(found))).toEqual([]))
})

describe('days, hours and lengths of time', () => {
  test.each([
    ['昨儿', ['date=2026-11-17']],
    ['今早7点', ['date=2026-11-18', 'time=07:00']],
    ['明晚8点半', ['date=2026-11-19', 'time=20:30']],
    ['10.20买的', ['date=2026-10-20']],
    ['12/8开业要用', ['date=2026-12-08']],
    ['下个月8号再发', ['date=2026-12-08']],
    ['上个月20号买的', ['date=2026-10-20']],
    ['半个月', ['duration=15 day']],
    ['一个半月', ['duration=45 day']],
    ['半小时', ['duration=0.5 hour']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
  test.each(['后天性过敏', '以后天天直播', '5号电池', '5号球', '9.9买的', '1/2的量', '11/12码'])('none: %s', (text) =>
    expect(read(text).filter((found) => /date|time|duration/.test(found))).toEqual([]),
  )
})

describe('words of the tables', () => {
  test.each([
    ['买给5岁小孩的', ['age=5 year', 'receiver=child']],
    ['孝敬岳父的', ['receiver=father_in_law']],
    ['正红色', ['colour=red']],
    ['豆沙绿', ['colour=mint']],
    ['藤椒味', ['flavour=藤椒']],
    ['大同收不收得到', ['region=山西 大同']],
    ['能不能走京东物流', ['courier=京东']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
  test.each([
    '推荐给同事了',
    '给老板点个赞',
    '放菜鸟驿站',
    '云南白药',
    '长沙发多少钱',
    '重庆小面',
    '西湖藕粉',
    '妈妈',
    '草莓',
  ])('none: %s', (text) => expect(read(text)).toEqual([]))
  test('a bare word answers what was asked', () => {
    expect(read('妈妈', { expects: ['receiver'] })).toEqual(['receiver=mother'])
    expect(read('草莓吧', { expects: ['flavour'] })).toEqual(['flavour=草莓'])
  })
})
