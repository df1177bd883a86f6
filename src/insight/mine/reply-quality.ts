/** Names somebody, tells of one parcel or order, or tells two goods apart: true in its own talk only. */
const OF_ONE_TALK =
  /\[(?:phone|address|name|order_no|tracking_no|link|email|bank_card|id_card)\]|(\{\{(?:product|shipping)\.\w+\}\}).*\1|\d{6,}|[是对][吗吧么]|第[一二三四]款|(?:^|的|好)[王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗]\p{Script=Han}{1,2}亲/u
/** Says what one of the goods is not: true of that one. */
const DENIES_A_FACT = /\{\{product\.(?!name).*(?:不是|没)|(?:不是|没).*\{\{product\.(?!name)/u
/** Says yes or no to the very value that was asked about: the policy and the card decide of the next one. */
const DECIDES = /\{\{(?!you\}|smile\})\w+\}\}.*(?:不|没|可以|能)|(?:不|没|可以|能).{0,3}\{\{(?!you\}|smile\})\w+\}\}/u
const HOLDS =
  /稍等|等一?下|查(?:一|询)?下|看(?:一|到)下?|帮您?(?:看|查|问|催)|核实|(?<!请您?)核对一?下|我去|不客气|祝您?/u
const ASKS_BACK = /[?？]|[吗么][~～。]?$|哪一?[款个里张]|什么/u
/** Points at what only its own talk shows, or goes on from what was said before. */
const POINTS =
  /^(?:\{\{you\}\}|不好意思|[,，])*(?:那|就|不行|要等|是的|一定|这样|第|所以|但是|因为|嗯|像这)|这[款个两种边]|那[款个种]|都有写|^.{0,3}[红黄白黑蓝绿粉][色的]|前面|后面|刚才|刚刚|本身|[您你](?:拍|买|发|下单|申请)的?[是了]?|多拍|[一二两三四五六七八九十]+[提箱]/u
/** What it points at is the product that the slot is filled for. */
const OF_THE_GOODS = /^[^，。,]{0,4}这[款个]?.*\{\{product\.(?!name)/u
/** The bare value: agents do answer so, a whole sentence is better. */
const BARE_SLOT = /^\{\{[\w.]+\}\}[哦呢的亲]*$/u
/** A bare sum or number of one of the goods, or of pieces of one offer: no time, day or share. */
const BARE_FIGURE =
  /\d{2,}(?!\d|\s*(?:小时|天|点|号|折|%|:|：|工作日|-|年))|(?:\d+|[一二两三四五六七八九十]+)[组份包件片罐盒袋把]/u
/** Tells of something that was done, or of this very day. */
const DONE =
  /已经?(?:帮|给|改|发|备注|取消|修改)|改[好了]|备注[好了]|好了|明后?天|隔天|估计|暂时|(?:现在|今天|目前).{0,2}没|没有?活动|[过快]年|年[前底]|\d月\d|双十[一二]|双1[12]|聚划算/u

/** Letters below which a reply says too little by itself, and above which it speaks of too much. */
const SHORT = 6
const WHOLE = 12
const LONG = 80
/** A slot prints a phrase. */
const SLOT_LETTERS = 3
const SLOTS = /\{\{(?!you\}|smile\}|product\.name\})/g

/** Whether the words may be true in another talk, too, and say something. */
export function isRepeatable(text: string, key: string): boolean {
  return (
    lettersIn(text, key) >= SHORT &&
    !OF_ONE_TALK.test(text) &&
    !DENIES_A_FACT.test(text) &&
    !DECIDES.test(text) &&
    !HOLDS.test(text)
  )
}

/** Whether the words name a sum or a number that is no time and no slot: true of one of the goods, or of one bargain, unless it was said again. */
export function namesFigure(text: string): boolean {
  return BARE_FIGURE.test(text)
}

/** 1 = a sentence that can stand alone, 0..1. `key` = its letters that count. */
export function wholeness(text: string, key: string): number {
  const length = Math.min(1, lettersIn(text, key) / WHOLE) * (key.length > LONG ? 0.5 : 1)
  return (
    length *
    (ASKS_BACK.test(text) ? 0.35 : 1) *
    (POINTS.test(text) && !OF_THE_GOODS.test(text) ? 0.25 : 1) *
    (BARE_SLOT.test(text) ? 0.5 : 1) *
    (DONE.test(text) ? 0.25 : 1) *
    (BARE_FIGURE.test(text) ? 0.5 : 1)
  )
}

function lettersIn(text: string, key: string): number {
  return key.length + SLOT_LETTERS * [...text.matchAll(SLOTS)].length
}
