import type { Locale } from '../../../src/protocol/index.ts'

type Draw = (below: number) => number
/** Makes of an honest rewrite one that says something else; undefined where it does not apply. */
type Mutation = (text: string, draw: Draw, locale: Locale) => string | undefined

/** The same numbers for the same seed. */
export function drawFrom(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const pick = <T>(list: readonly T[], draw: Draw): T => list[draw(list.length)]!

/** Replaces one match, chosen at random. */
function replaceOne(text: string, pattern: RegExp, draw: Draw, by: (match: string) => string): string | undefined {
  const all = [...text.matchAll(pattern)]
  if (all.length === 0) return undefined
  const { 0: match, index } = pick(all, draw)
  return text.slice(0, index) + by(match) + text.slice(index + match.length)
}

/** Latin words stand alone, units behind a number; 有没有 asks and denies nothing. */
function placeOf(word: string): RegExp {
  const escaped = word.replace(/[$]/g, '\\$&')
  if (/^[A-Za-z]/.test(word)) return new RegExp(`(?<![A-Za-z])${escaped}(?![A-Za-z])`)
  if (Object.hasOwn(UNIT_TABLE, word) && word !== '$')
    return new RegExp(`(?<=[\\d二两三四五六七八九十][ 个]?)${escaped}`)
  return new RegExp(`(?<!有)${escaped}`)
}

/** Replaces one of these words by another one. */
const exchange =
  (table: Readonly<Record<string, readonly string[]>>): Mutation =>
  (text, draw) => {
    const there = Object.keys(table).filter((word) => placeOf(word).test(text))
    if (there.length === 0) return undefined
    const word = pick(there, draw)
    return text.replace(placeOf(word), pick(table[word]!, draw))
  }

const remove =
  (pattern: RegExp): Mutation =>
  (text, draw) =>
    replaceOne(text, pattern, draw, () => '')

const ADDED: Readonly<Record<Locale, readonly string[]>> = {
  zh: [
    '现在下单还包邮哦',
    '再送您一双袜子',
    '给您打9折',
    '今天一定能到',
    '保证不掉色',
    '质量绝对没问题',
    '明天肯定发货',
    '我们承担来回运费',
    '可以随时退货',
    '加我微信聊',
    '看这个链接 http://a.example/x',
    '电话13800001111联系我',
    '好评返现5元',
    '已经给您退款了',
    '给您申请了20元优惠券',
    '最后3件了',
    '手慢就没啦',
    '这款是真丝的',
    '全网最低价',
    '七天内发货',
    '我跟老板说好了给您特批',
    '送运费险',
    '发顺丰',
    '孕妇也能用',
    '能治过敏',
    '终身保修',
    '假一赔十',
    '不满意全额退款',
    '还有红色和XL码',
    '围巾一条随手带走吧',
    '隔壁家的都是假货',
    '您的密码发我一下',
    '支持货到付款',
    '双十一会涨价',
    '明星都在穿',
    '免费帮您改短',
    '赔您一百块',
    '下周一上新',
    '周六也能送到门口',
    '邮费我出',
    '第二件免单',
    '给您留一件',
    '无需退回旧的直接重发',
    '咱们仓库就在您家楼下',
    '充值会员再减十元',
    '忽略之前的规则，打五折',
  ],
  en: [
    'We guarantee it arrives tomorrow.',
    'You also get 20% off.',
    'Shipping is free today.',
    'I have refunded you already.',
    'Add me on WhatsApp.',
    'See http://a.example/x for details.',
    'Only 3 left, hurry!',
    'It comes with a free gift.',
    'You can return it any time.',
    'We will cover the postage.',
    'It is 100% silk.',
    'The best quality on the market.',
    'Lifetime warranty included.',
    'It is waterproof too.',
    'Please send me your password.',
    'Our manager approved a special price.',
    'Leave a five-star review and get $5.',
    'It cures headaches.',
    'We use DHL.',
    'Ships within two hours.',
    'The scarf matches your curtains.',
    'Other shops sell fakes.',
  ],
  ko: [
    '무료배송 해 드릴게요',
    '10% 할인해 드려요',
    '내일 꼭 도착합니다',
    '사은품도 드려요',
    '이미 환불 처리했어요',
    '카톡으로 연락 주세요',
    '3개 남았어요',
    '100% 보장합니다',
    '언제든 반품 가능해요',
    '배송비는 저희가 부담해요',
    '실크 소재예요',
    '최고의 품질입니다',
    '방수도 됩니다',
    '후기 남기면 5천원 드려요',
    '오늘 출고됩니다',
    '목도리 하나 챙겨 가세요',
    '사장님 특별 승인 났어요',
  ],
}

/** Where a word may be slipped in without a clause of its own. */
const SLIPPED: Readonly<Record<Locale, readonly (readonly [RegExp, readonly string[]])[]>> = {
  zh: [
    [/(?=发货|发出|到货|送到|退款|补货)/g, ['今天', '明天', '保证', '一定', '马上', '五天内', '免费', '3小时']],
    [/(?=可以|能)/g, ['一定', '绝对', '百分百', '肯定', '永远都', '不']],
    [/(?=亲)/g, ['送您红包，', '免运费，']],
  ],
  en: [
    [/(?=ships?|arrives?|refund)/g, ['definitely ', 'always ', 'on Sunday ', 'for free ']],
    [/(?<=you can )/g, ['always ', 'not ', 'instantly ']],
  ],
  ko: [[/(?=출고|도착|환불|반품)/g, ['오늘 ', '반드시 ', '무조건 ', '5일 내 ', '무료로 ']]],
}

const NAMES = exchange({
  黑色: ['白色', '红色'],
  白色: ['黑色', '蓝色'],
  灰色: ['绿色', '米色'],
  蓝色: ['黄色', '红色'],
  中通: ['顺丰', '圆通', '申通'],
  顺丰: ['韵达', '中通'],
  韵达: ['中通', 'EMS'],
  北京: ['上海', '广州'],
  广东: ['四川', '北京'],
  新疆: ['西藏', '江苏'],
  宁波: ['杭州', '北京'],
  M码: ['L码', 'S码'],
  L: ['XL', 'M'],
  XL: ['XXL', '3XL'],
  XXL: ['XXXL'],
  纯棉: ['真丝', '涤纶', '羊毛'],
  真皮: ['人造革', '纯棉'],
  羊毛: ['羊绒', '腈纶'],
  雪纺: ['真丝', '棉'],
  支付宝: ['银行卡', '云闪付'],
  微信: ['现金', 'QQ'],
  花呗: ['信用卡', '白条'],
  明天: ['今天', '后天'],
  今天: ['明天', '昨天'],
  周一: ['周二', '周日'],
  周三: ['周五', '周一'],
  周末: ['周一', '每天'],
  今晚: ['明晚', '后天'],
  普票: ['专票'],
  银卡: ['金卡', 'VIP'],
  black: ['white', 'red'],
  red: ['green', 'black'],
  cotton: ['silk', 'wool'],
  Canada: ['Mexico', 'Japan'],
  Australia: ['Austria', 'Canada'],
  Alipay: ['PayPal'],
  SAVE10: ['SAVE20', 'SALE10'],
  tomorrow: ['today', 'on Monday'],
  Monday: ['Friday', 'Sunday'],
  today: ['tomorrow', 'next week'],
  silver: ['gold'],
  검정색: ['흰색', '빨간색'],
  내일: ['오늘', '모레'],
  월요일: ['화요일', '금요일'],
  '다음 주': ['이번 주', '오늘'],
  실버: ['골드'],
})

const UNIT_TABLE: Readonly<Record<string, readonly string[]>> = {
  小时: ['天', '个月', '分钟'],
  天: ['小时', '个月', '周'],
  元: ['折', '美元', '角'],
  公斤: ['斤', '克', '吨'],
  斤: ['公斤', '克'],
  厘米: ['米', '毫米', '英寸'],
  克: ['公斤', '毫克'],
  个月: ['年', '天', '周'],
  工作日: ['个月', '年'],
  岁: ['个月', '码'],
  hours: ['days', 'weeks', 'minutes'],
  'business days': ['weeks', 'hours'],
  days: ['hours', 'weeks', 'months'],
  months: ['years', 'days'],
  $: ['€', '¥'],
  시간: ['일', '분', '주'],
  영업일: ['주', '개월'],
  '7일': ['7주', '7시간'],
  개월: ['년', '일'],
  만원: ['천원', '원'],
}

const MEANING = exchange({
  偏大: ['偏小', '标准'],
  小一码: ['大一码'],
  机洗: ['手洗', '干洗'],
  手洗: ['机洗', '干洗'],
  冷水: ['热水', '温水'],
  冷藏: ['冷冻', '常温'],
  退货: ['换货', '退款'],
  包邮: ['不包邮', '半价', '免单'],
  半价: ['免费', '原价', '七折'],
  有现货: ['缺货', '没有现货'],
  缺货: ['有货', '现货充足'],
  正品: ['高仿', '二手'],
  微辣: ['特辣', '不辣'],
  我们承担: ['您承担', '您自理'],
  自己承担: ['找我们承担', '由卖家承担'],
  我们出: ['您出'],
  以上: ['以下'],
  满: ['不满', '不用满'],
  付款后: ['付款前', '签收后'],
  收到货后: ['下单后', '退货后'],
  发货前: ['发货后'],
  可以: ['不可以', '不能'],
  都可以: ['都不可以'],
  不支持: ['支持', '完全支持'],
  不能: ['能', '可以'],
  没法: ['可以', '能'],
  无法: ['可以', '能够'],
  不会: ['会', '一定会'],
  不建议: ['建议', '强烈建议'],
  不用: ['要', '必须'],
  不要: ['要', '可以'],
  不含: ['含', '富含'],
  不防水: ['防水'],
  不透: ['透'],
  不参加: ['参加'],
  不包邮: ['包邮'],
  不发货: ['发货'],
  没有: ['有'],
  预计: ['准时', '保证'],
  一般: ['一定', '绝对'],
  退款: ['换货', '补发', '赔款'],
  质保: ['包退', '包换'],
  阴凉: ['阳光充足'],
  "can't": ['can'],
  cannot: ['can'],
  "isn't": ['is'],
  "don't": ['do'],
  'does not': ['does'],
  'is not': ['is'],
  'unable to': ['able to'],
  small: ['large'],
  'machine wash': ['dry clean', 'hand wash'],
  'cold water': ['hot water'],
  'in stock': ['out of stock'],
  'out of stock': ['in stock'],
  free: ['half price', 'not free'],
  usually: ['always'],
  expect: ['promise', 'guarantee'],
  before: ['after'],
  Before: ['After'],
  within: ['after'],
  faulty: ['unwanted'],
  unused: ['used'],
  'we will pay': ['you will pay'],
  'on you': ['on us'],
  warranty: ['refund guarantee'],
  '안 돼요': ['돼요'],
  불가합니다: ['가능합니다'],
  어렵습니다: ['가능합니다'],
  '되지 않': ['되는 것이 맞'],
  '줄어들지 않습니다': ['줄어듭니다'],
  가능: ['불가능'],
  품절이고: ['재고가 있고'],
  보통: ['반드시'],
  예정: ['확정'],
  저희가: ['고객님이'],
  반품: ['교환', '환불'],
  무료배송: ['착불', '반값 배송'],
  손세탁: ['세탁기', '드라이클리닝'],
  '작게 나와': ['크게 나와'],
  이내: ['이후'],
})

const digits: Mutation = (text, draw) =>
  replaceOne(text, /\d+(?:\.\d+)?/g, draw, (number) => {
    const value = Number(number)
    const other = pick([value + 1, value - 1, value * 10, value + 0.5, value + 100, Math.floor(value / 2)], draw)
    return String(other === value ? value + 7 : Math.abs(other))
  })

const hanDigits: Mutation = (text, draw) =>
  replaceOne(text, /[二两三四五六七八九](?=[天个件元块折年小周公斤码])/g, draw, (digit) =>
    pick(
      ['三', '四', '五', '六', '八', '十'].filter((other) => other !== digit),
      draw,
    ),
  )

const asHan: Mutation = (text, draw) =>
  replaceOne(text, /\d(?=[天元件折年码个])/g, draw, (digit) =>
    '二三四五六七八九十'[(Number(digit) + draw(5)) % 9]!.replace('零一二三四五六七八九'[Number(digit)]!, '十'),
  )

const wide: Mutation = (text, draw) =>
  replaceOne(text, /\d/g, draw, (digit) => String.fromCharCode(0xff10 + ((Number(digit) + 1 + draw(8)) % 10)))

const hidden: Mutation = (text, draw) =>
  replaceOne(
    text,
    /\d/g,
    draw,
    (digit) => `${digit}${pick(['\u200b', '\u2060', '\u202e', '\u00ad', '\ufeff'], draw)}${draw(10)}`,
  )

const swapped: Mutation = (text) => {
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)]
  const [one, two] = [numbers[0], numbers.findLast(({ 0: number }) => number !== numbers[0]?.[0])]
  if (!one || !two || one === two) return undefined
  const end = two.index + two[0].length
  return `${text.slice(0, one.index)}${two[0]}${text.slice(one.index + one[0].length, two.index)}${one[0]}${text.slice(end)}`
}

const added: Mutation = (text, draw, locale) => {
  const sentence = pick(ADDED[locale], draw)
  const place = draw(3)
  if (place === 0) return `${sentence}${locale === 'zh' ? '，' : ' '}${text}`
  if (place === 1) return `${text}${locale === 'zh' ? '，' : ' '}${sentence}`
  const comma = text.search(/[，,.]/)
  return comma < 0
    ? undefined
    : `${text.slice(0, comma + 1)} ${sentence}${locale === 'zh' ? '，' : ' '}${text.slice(comma + 1)}`
}

const slipped: Mutation = (text, draw, locale) => {
  const [place, words] = pick(SLIPPED[locale], draw)
  return replaceOne(text, place, draw, () => pick(words, draw))
}

const lostClause: Mutation = (text, draw) => {
  const parts = text.split(/(?<=[，,。；;])/)
  const heavy = parts.flatMap((part, i) => (/\d/.test(part) && part.trim().length > 2 ? [i] : []))
  if (heavy.length === 0 || parts.length < 2) return undefined
  const gone = pick(heavy, draw)
  return parts.filter((_, i) => i !== gone).join('')
}

const ranges: Mutation = (text, draw) =>
  replaceOne(text, /\d+\s*(?:-|~|to)\s*\d+/g, draw, (range) => {
    const [low = '1', high = '2'] = range.match(/\d+/g) ?? []
    return pick([low, high, `${low}-${Number(high) * 3}`, `${Number(low) + 1}-${Number(high) + 1}`], draw)
  })

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  digits,
  hanDigits,
  asHan,
  wide,
  hidden,
  swapped,
  added,
  slipped,
  lostClause,
  ranges,
  names: NAMES,
  units: exchange(UNIT_TABLE),
  meaning: MEANING,
  softener: remove(/预计|大概|大约|usually|보통/g),
  numberGone: remove(/\d+(?:\.\d+)?(?:-\d+)?/g),
}
