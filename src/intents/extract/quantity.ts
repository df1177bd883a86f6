import type { NumberToken } from './numbers.ts'
import { PIECES } from './pieces.ts'
import { add, before, matchAt, matches, RANK, type Reading } from './reading.ts'

/** 1: dozens, 2-5: counters. "块" is missing because it is money, "层" and "抽" because they describe goods. */
const COUNTER =
  /\s?(?:多|来)?\s?[大小整]?(?:(打(?!开|电话|扫|包|折|听|完|印|破|碎|字|球|不|了|雷|算|结|底|湿|死|架|火|中|喷|出|我|个|样|版|分))|(件|包|箱|盒|袋|份|条|双|瓶|罐|提|套|支(?!(?:和|跟|与|、)\d+支|长绒|棉|纱|[全纯精]棉|精梳|贡缎|双股|面料|天丝|高支|磨毛|的?[棉纱]|还是\d+支)|只(?![脚手眼耳狗猫])|把|组|串|本|桶|卷|枚|对|副|台|部|颗|筒|板|桌|筐|床|盆|株|棵|朵|幅|顶)(?!套|月|邮|裹|装|分|门)|(个)(?!半?月|小时|钟|人|地址|订单|账号|帐号|礼拜|星期|工作日|问题|字|客服|快递|单|电话|码|号)|(개(?!월|입)|벌|장|켤레|박스|상자|봉지|봉(?![가-힣])|캔|포(?!인트|함|장)|병(?!원)|팩|세트|묶음)|(pieces?|pcs|pairs?|boxes|box|packs?|bags?|bottles?|sets?|units?)(?![a-z]))/y
const EACH = /(?:[第这那哪每几数好满]|\d支(?:和|跟|与|、|还是))\s?$/
/** "17块一包", "一包多少片" and "一个订单" do not ask for one piece; "要一包" does. */
const WANTED =
  /(?:买|要|拍|来|加|订|下|只|就|给我|换|补|发|各|留|带|捎|[退寄]|拿|先|再|选|囤|码|[黑白灰红粉蓝绿黄紫色]|(?<![a-z])x{0,2}[sml])[了个的上]?\s?$/
/** A list goes on: "两块肥皂一瓶洗手液". */
const LISTED = /[\d两二三四五六七八九十][大小]?[件包箱盒袋份条双瓶罐提套支只把组桶卷块盆斤][\u4e00-\u9fa5]{1,4}$/
const COMPLAINT = /^(?:坏|少|没|漏|破|是|大|小|都|多少|有|里|能|够|几|钱|[\d一二两三四五六七八九十])/
/** "数量8改成6" */
const COUNT_BEFORE = /数量(?:.{0,8}(?:改成|改为|换成|变成|改到|要))?(?:是|为|填|写|选|拍|成|错|:|\s)*$/
/** "a 12 pack" and "3 piece" describe goods, and "one bag was missing" complains. */
const PACKED = /^\s?(?:pack|piece)$/
const ONE_IS = /^ (?:was|is|has|came|arrived|had)(?![a-z])/
/** "한 박스면 몇 개입" asks what one holds. */
const ONE_OF_IT = /^(?:면|에|당|이면|짜리|가|은|는|이)/
/** What three pieces would cost: "那三件呢". */
const WHAT_IF = /^(?:呢|多少|几折|怎么算|什么价)/
const HAN_COUNTER = /[\u4e00-\u9fa5]/
const TWO = /俩(?!人|口|颜色)|仨/g

/** How many are wanted: 两件, 俩, 一打, 3包, "a dozen", 2개. */
export function readQuantity(reading: Reading): void {
  const { text } = reading
  for (const number of reading.numbers) readOne(reading, number)
  if (text.includes('俩') || text.includes('仨')) {
    for (const found of matches(TWO, text)) {
      if (!/[你我他她咱]$/.test(before(text, found.index, 1)))
        add(reading, 'quantity', found.index, found.index + 1, found[0] === '俩' ? 2 : 3, RANK.bare)
    }
  }
}

function readOne(reading: Reading, { start, end, value, text: written, kind }: NumberToken): void {
  const { text } = reading
  if (kind === 'metres' || value <= 0 || value > 100_000) return
  const lead = before(text, start, 12)
  if (written.includes('dozen')) {
    add(reading, 'quantity', start, end, value, RANK.unit)
    return
  }
  const counter = matchAt(COUNTER, text, end)
  if (!counter) {
    if (!Number.isInteger(value)) return
    if (
      text[end] === '块' &&
      PIECES.test(text.slice(end + 1, end + 5)) &&
      isCounted(reading, start, end + 1, value, lead)
    )
      add(reading, 'quantity', start, end + 1, value, RANK.unit, '块')
    else if (kind === 'digits' && COUNT_BEFORE.test(lead)) add(reading, 'quantity', start, end, value, RANK.bare)
    return
  }
  const after = end + counter[0].length
  if (counter[5] !== undefined && (value === 1 ? ONE_IS.test(text.slice(after, after + 9)) : PACKED.test(counter[0])))
    return
  if (value === 1 && counter[4] !== undefined && ONE_OF_IT.test(text.slice(after, after + 3))) return
  // half a dozen is six
  if (counter[1] === undefined ? !Number.isInteger(value) : !Number.isInteger(value * 12)) return
  if (!isCounted(reading, start, after, counter[1] === undefined && HAN_COUNTER.test(counter[0]) ? value : 12, lead))
    return
  const word = (counter[1] ?? counter[2] ?? counter[3] ?? counter[4] ?? counter[5])!
  const dozen = counter[1] !== undefined
  add(reading, 'quantity', start, after, dozen ? value * 12 : value, RANK.unit, dozen ? undefined : word)
}

/** Whether pieces are asked for, and not pointed at ("第三件", "那两件") or, when it is one, told about ("一包多少片"). */
function isCounted({ text }: Reading, start: number, end: number, value: number, lead: string): boolean {
  const tail = text.slice(end, end + 4)
  if (EACH.test(lead) && !(lead.endsWith('那') && WHAT_IF.test(tail) && /折|便宜|优惠|减/.test(text))) return false
  if (value !== 1 || end - start === text.length || WANTED.test(lead)) return true
  return LISTED.test(lead) && !COMPLAINT.test(tail)
}
