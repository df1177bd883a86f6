import { describe, expect, test } from 'vitest'
import { createGuard, type GuardContext } from '../../../src/guard/index.ts'
import { promiseKept, sameAnswer } from '../../../src/guard/rules/consistency.ts'
import { draft } from '../shipped-guard.ts'

const guard = createGuard({ zh: {}, en: {}, ko: {}, aliases: [] }, [promiseKept, sameAnswer])

/** What agents said before, oldest first. */
function said(lines: readonly string[], changed: readonly string[] = []): GuardContext {
  return { ...draft, earlier: lines.map((text) => ({ text, changedSince: new Set(changed) })) }
}
const found = (before: string, text: string, changed: readonly string[] = []) =>
  guard.check(text, said([before], changed)).warnings.map(({ rule, level }) => `${rule} ${level}`)

describe('R06 a promise taken back is blocked', () => {
  test.each([
    ['少的那包这就给您补寄过去', '补寄不了的哦亲'],
    ['我马上给您安排补发', '亲，我们不给补发的'],
    ['运费我给您免了，给您包邮', '这边不能包邮的哦'],
    ['拍下后我帮您改价', '抱歉亲，我这里改不了价的'],
    ['您放心，给您退50元差价', '差价我们这边不能退的'],
    ['这单我给您申请全额退款', '亲，您这个退不了款的'],
    ['给您送一个小夹子', '夹子不送的哦'],
    ['下单就送您一包茶叶', '没有赠品的呢'],
    ['好的，帮您预留一件', '不能给您留货的哦'],
    ['发票给您开好一起寄', '我们这里不能开发票'],
    ['您寄回来吧，我给您换一双新的', '亲，这双不给换货的'],
    // who pays
    ['是我们发错了，运费我们来', '运费得您自己付的哦'],
    ['上楼费给您免了', '上楼费要另外收的'],
    // the promise denied or disowned
    ['给您多放一个滤芯', '没说过送滤芯吧'],
    ['给您留到周五', '我可没答应过留货'],
    ['如果是假货退一赔三', '那位同事说的不算，他没权限'],
    // what has no name of its own
    ['地址给您改到学校', '地址改不了的'],
    ['给您刻上名字', '名字刻不了的'],
    ['给您留一双', '那双卖给别人了'],
    // an appointment
    ['师傅周二上午上门安装', '周二师傅没空'],
    ['师傅周二上午上门安装', '师傅周五才能过来'],
    // a rule or another's word is no reason
    ['明天给您补发一双', '抱歉亲，仓库说补发不了'],
    ["We'll cover the return postage", 'Return postage is at your own cost.'],
    ["I'll keep one aside for you", 'It has been sold to someone else.'],
    ["We'll engrave the initials for you", "We don't engrave initials."],
    ['The fitter will visit on Monday', "The fitter can't come on Monday."],
    ['반품 배송비는 저희가 부담할게요', '배송비는 고객님께서 내셔야 합니다'],
    ['이니셜 각인해 드릴게요', '각인은 해드릴 수 없습니다'],
    ['기사님이 화요일에 방문합니다', '화요일은 방문이 어렵습니다'],
    ['샘플 넣어 드릴게요', '샘플을 드린다고 말씀드린 적이 없습니다'],
    ["I'll refund you today", "Sorry, we can't refund you."],
    ["We'll include a free gift with it", "There's no gift with this order."],
    ["I'll hold one for you until tonight", "We can't hold items."],
    ['내일 다시 보내드릴게요', '다시 보내드릴 수 없습니다'],
    ['차액은 환불해 드리겠습니다', '환불은 어렵습니다'],
  ])('%s -> %s', (before, text) => {
    expect(found(before, text)).toContain('R06 block')
  })

  test.each([
    ['少的那包这就给您补寄过去', '补寄的包裹已经发出啦'],
    ['少的那包这就给您补寄过去', '如果不补发，退款给您也可以'],
    ['给您送一个小夹子', '瓜子就送不了啦'],
    ['给您送一个小夹子', '快递不送上门的话您联系我'],
    ['拍下后我帮您改价', '改价之前您先别付款哦'],
    ['要我给您补发吗', '补发不了哦'],
    ['我帮您问下能不能补发', '问过了，补发不了哦'],
    ['给您退款还是给您补发，您看哪样方便', '补发不了哦'],
    ['快递会联系您的', '快递说联系不了您'],
    ['好的那给您退款', '那就不补发了哈'],
    ['是我们发错了，运费我们来', '运费您先垫一下，到时转给您'],
    ['运费我们承担的', '退货的运费您自己承担哦'],
    ['上楼费给您免了', '安装费要另外收的'],
    ['上楼费给您免了', '没说过要收您钱的'],
    ['给您多放一个滤芯', '您没说过要滤芯呀'],
    ['给您留一双', '红色的那双卖给别人了'],
    ['地址给您改到学校', '电话改不了的'],
    ['地址给您改好了', '下次可改不了啦'],
    ['师傅周二上午上门安装', '师傅周二下午也能过来'],
    ['师傅周二上午上门安装', '好的，那周二就不来了'],
    ['明天给您补发一双', '鞋盒就补不了啦，鞋子照常发'],
    ["We'll engrave the front for you", "We can't engrave the back."],
    ["I'll let you know once it's back", "Don't worry, we can't wait to show you."],
    ['교환해 드릴게요', '교환 어렵지 않아요'],
  ])('%s / %s passes', (before, text) => {
    expect(found(before, text)).toEqual([])
  })

  test('with the lead’s leave, or an apology and a reason, it may be sent by who saw the mark', () => {
    expect(found('明天给您补发一双', '补发不了的哦')).toEqual(['R06 block'])
    expect(found('明天给您补发一双', '店长说这单补发不了的哦')).toEqual(['R06 warn'])
    expect(found('明天给您补发一双', '实在抱歉，因为仓库停了这款，补发不了')).toEqual(['R06 warn'])
    expect(found('明天给您补发一双', '抱歉，补发不了')).toEqual(['R06 block'])
  })

  test('a promise for a case that may not have come is only marked', () => {
    expect(found('如果坏了给您补发', '亲，补发不了哦')).toEqual(['R06 warn'])
  })

  test('a refusal that names nothing is blocked where the shopper asks where the promise stays', () => {
    const context = said(['给您刻上名字'])
    const level = (waiting: string) => guard.check('刻不了的哦', { ...context, waiting }).verdict
    expect([level('刻好了没'), level('反面也刻一个'), level('')]).toEqual(['block', 'warn', 'warn'])
  })

  test('the shopper who gives it up, or wants another day, has taken the word back', () => {
    const check = (before: string, text: string, waiting: string) =>
      guard.check(text, { ...said([before]), waiting }).verdict
    expect(check('明天给您补发一双', '好的，补发就不给您发了', '算了不用补了')).toBe('pass')
    expect(check('师傅周二上门安装', '师傅周五过来', '周二不在家')).toBe('pass')
    expect(check('师傅周二上门安装', '师傅周五过来', '周二几点来')).toBe('block')
  })

  test('what the shopper asks for on top may be refused', () => {
    const context = said(['给您送一双袜子'])
    expect(guard.check('不送的哦', { ...context, waiting: '能再送个杯子吗' }).verdict).toBe('pass')
    expect(guard.check('不送的哦', { ...context, waiting: '袜子呢' }).verdict).toBe('block')
  })
})

describe('R99 another value for the same thing is marked', () => {
  test.each([
    ['现货48小时内发货', '要15天内发货的哦'],
    ['下午就发出，今天发货的', '今天发不了货了哦'],
    ['亲今天可以发出的', '后天才能发出呢'],
    ['路上大概3天就到了', '快递要7天才能到哦'],
    ['明天就能到了', '后天能到的哦'],
    ['我们都是包邮的哦', '亲这款不包邮的'],
    ['邮费是8块', '运费12元的哦'],
    ['一共128元', '总共138元哦亲'],
    ['支持7天无理由退货', '15天无理由退换的'],
    ['保质期是12个月', '保质期6个月的'],
    ['退款24小时内到账', '退款一般7天到账'],
    ['默认发中通快递', '我们发圆通的哦'],
    ['红色的有现货', '红色的没货了哦亲'],
    ['推荐您拍M码', '建议您穿XL码'],
    ['质量问题运费我们承担', '质量问题运费您自己承担哦'],
    ['可以退货的', '这款不能退货哦'],
    ['It ships within 2 days', 'It ships within 5 days'],
    ['The warranty is 1 year', 'It has a 2 year warranty'],
    ['Free shipping on this one', 'Shipping is $4 on this one'],
    ['Yes, the black one is in stock', 'The black one is out of stock'],
    ['오늘 출고됩니다', '모레 출고됩니다'],
    ['무료배송 상품입니다', '배송비는 3,000원입니다'],
    ['블랙 재고 있습니다', '블랙 품절입니다'],
  ])('%s -> %s', (before, text) => {
    expect(found(before, text)).toEqual(['R99 warn'])
  })

  test.each([
    // the same, narrower, or wider
    ['现货48小时内发货', '2天内给您发货'],
    ['现货48小时内发货', '尽量明天给您发出'],
    ['路上3-5天到', '大概4天到'],
    ['大概3天到', '一般3到4天能到'],
    ['一年质保', '质保12个月的'],
    ['预计明天发货', '今天就给您发出'],
    // about something else
    ['48小时内发货', '发货后3天能到'],
    ['7天无理由退货', '退款3天内到账'],
    ['红色的有现货', '黑色的没货了哦亲'],
    ['江苏2天能到', '西藏7天能到'],
    ['质量问题运费我们承担', '不喜欢的话运费您自己承担'],
    ['一包邮费8元', '两包一共128元'],
    ['单个25元', '一盒98元'],
    ['满88元包邮', '您这单邮费8元'],
    ['邮费8元', '退货的运费12元'],
    ['默认发中通', '也可以给您发顺丰'],
    ['建议您拍M码', '怕紧的话拍L码也可以哦'],
    // asked, supposed, or news
    ['48小时内发货', '您要7天内发货吗'],
    ['有现货的', '如果没货会提前告诉您'],
    ['红色有货', '红色刚卖完了'],
    ['价格是89元', '给您优惠到85元'],
    // a correction that says so
    ['明天就能到了', '刚才看错了，是大后天能到'],
    ['邮费是8块', '不好意思，更正一下，运费12元'],
    ['It ships within 2 days', 'Actually it ships within 5 days'],
    ['오늘 출고됩니다', '정정합니다, 모레 출고됩니다'],
    // to give is to take nothing back
    ['没有赠品的', '那给您送一双袜子吧'],
    ['不能改价的', '好吧，帮您改价'],
  ])('%s / %s passes', (before, text) => {
    expect(found(before, text)).toEqual([])
  })

  test('what the shopper has told anew since lets another value pass, other news does not', () => {
    expect(found('2天能到', '7天能到', ['region'])).toEqual([])
    expect(found('2天能到', '7天能到', ['phone'])).toEqual(['R99 warn'])
    expect(found('建议您拍M码', '建议您拍XL码', ['weight'])).toEqual([])
  })

  test('the latest line counts', () => {
    const context = said(['2天能到', '说错了，要5天能到'])
    expect(guard.check('5天能到的', context).verdict).toBe('pass')
    expect(guard.check('2天能到的', context).verdict).toBe('warn')
  })

  test('the mark stands on the words and quotes the earlier line, at most 40 letters of it', () => {
    const line = `亲亲您好呀非常感谢您对我们小店一直以来的支持和喜欢，${'真的'.repeat(3)}邮费是8块哦，有问题随时找我`
    const text = '亲，运费12元的哦'
    const [warning] = guard.check(text, said([line])).warnings
    expect(text.slice(warning!.start, warning!.end)).toBe('运费12元')
    const quote = /“(.*)”/.exec(warning!.says)![1]!
    expect([...quote]).toHaveLength(40)
    expect(line).toContain(quote)
    expect(quote).toContain('邮费是8块')
  })

  test('nothing is said where nothing was said before', () => {
    expect(guard.check('不包邮，7天内发货，没有赠品', draft).verdict).toBe('pass')
  })
})
