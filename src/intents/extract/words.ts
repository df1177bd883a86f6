import { FLAVOURS } from '../tables/flavours.ts'
import { readWords, type WordHit } from './lexicon.ts'
import { readPlaces } from './places.ts'
import { add, before, RANK, type Reading } from './reading.ts'

const FOR_SOMEBODY =
  /(?:给|送|替|帮|为|(?<![a-z])(?:for|to|gift(?:ing)?|surprise))(?:我们?|俺|咱|自己)?(?:家的?|的)?(?:小)?\s?(?:(?:my|a|an|the|our|his|her|their|some) )?(?:\d{1,2}[ -]?(?:years?|yrs?|months?|mo)[ -]?old |old |little |older |younger |elderly |best |baby |new )?$/
/** "买给5岁小孩", "孝敬岳父". */
const FOR_OLD =
  /(?:(?:给|送|为|帮|替).{0,3}?(?:\d{1,2}|[一二两三四五六七八九十半]{1,3})(?:个半?月|周?岁)半?大?的?|孝[敬顺](?:我|一下)?|慰问|探望|看望)$/
/** Somebody told or praised gets no parcel: 推荐给同事了, 给老板点个赞. */
const TOLD_BEFORE = /(?:推荐|介绍|分享|安利|转发|反馈|汇报|说)给(?:我们?|了)?$/
const PRAISED_AFTER = /^(?:你们?)?(?:点个?赞|好评|[五5]星|评价|[说看]一?[下看声]|道歉|打个?电话)/
const GIFT_AFTER =
  /^\s?(?:的)?(?:过?生日|过节|礼物|生日礼物|(?:['’]?s )?(?:birthday|bday|b-day|gift|present|christmas|xmas|anniversary)|(?:의 ?)?(?:선물|생일|생신|환갑|칠순|돌잔치|결혼|졸업|집들이|어버이날)|(?:한테|에게|께)(?! ?(?:들|받|물어|온|빌))|께서 쓰|드[리릴린려]|주려|주고|줄 ?(?:거|건|꺼|예정|선물|옷|신발)|사 ?[주줄드]|[입신먹]일|꺼(?![내져])|용(?:으로|이|$))/
const DRIED = /^(?:干|片|肉|仁)/

/** What the tables know: colours, flavours, couriers, whom it is for, and places. */
export function readTableWords(reading: Reading): void {
  const places: WordHit[] = []
  const isAsked = reading.options.expects?.includes('receiver') ?? false
  for (const word of readWords(reading.text)) {
    if (word.slot === 'region') places.push(word)
    else if (word.slot !== undefined && (counts(reading.text, word) || (word.slot === 'receiver' && isAsked))) {
      const end = endOf(reading.text, word)
      const taste = word.slot === 'colour' ? TASTES[word.value] : undefined
      if (taste !== undefined && TASTED.test(reading.text.slice(end, end + 8)))
        add(reading, 'flavour', word.start, end, taste, RANK.unit)
      else add(reading, word.slot, startOf(word), end, word.value, RANK.unit)
    }
  }
  if (places.length > 0) readPlaces(reading, places)
  if (reading.options.expects?.includes('flavour')) readAskedFlavour(reading)
}

/** "草莓吧" as the answer to "which flavour?": elsewhere the bare name is a fruit. */
function readAskedFlavour(reading: Reading): void {
  const name = /^(?:那就?|就|我?要|选|来)?([\u4e00-\u9fa5]{2,4}?)(?:的|吧|呗|呢|哈|谢谢|[,。!~])*$/.exec(
    reading.text,
  )?.[1]
  if (name === undefined || !Object.hasOwn(FLAVOURS, name)) return
  const start = reading.text.indexOf(name)
  add(reading, 'flavour', start, start + name.length, name, RANK.bare)
}

/** A courier that needs a verb before it ("走京东") is named without it. */
function startOf({ slot, start, text }: WordHit): number {
  return slot === 'courier' && /^[发走用寄]/.test(text) ? start + 1 : start
}

/** "正红" and "正红色" are one colour, whichever of them the table has, and so are "走京东" and "走京东物流" one courier. */
function endOf(text: string, { slot, start, text: name }: WordHit): number {
  const end = start + name.length
  if (slot === 'courier' && /^[发走用寄]/.test(name))
    return end + (/^(?:快递|物流)/.exec(text.slice(end, end + 2))?.[0].length ?? 0)
  return slot === 'colour' && text[end] === '色' && !name.endsWith('色') ? end + 1 : end
}

/** A courier named only to be refused (不要中通, 申通太慢了, 圆通我们这没有) or as the one of an earlier parcel (上次发的圆通) is no wish. */
const REFUSED_BEFORE =
  /(?:上(?:一|几)?[次回](?:是|都)?(?:寄|发|用|走)的?(?:是|都是)?|不要|别(?:发|用|走|寄)?|不(?:发|走|用|想要|喜欢)|除了|not |no |don't (?:use|send by) )$/
const REFUSED_AFTER =
  /^(?:快递|速运)?的?(?:真的?|实在|也)?(?:(?:太|好|很|超|这么|那么)(?:慢|贵|差|坑|垃圾|不靠谱)|(?:在?我们?(?:这[儿里边]?|家|村|镇))?(?:好像|根本|都|一直)?(?:没有(?![差问关吗么的])|没网点|不到(?!付)|不送|送不到|不通)|(?:会|总是?|老是?)(?:寄|送|放)到别)/

/** "follow ups" and "push ups"; 우체국 is also the office one walks to. */
const NO_CARRIER_BEFORE =
  /(?:push|pull|sit|pick|grown|back|follow|mark|mock|set|line|pop|start|close|heads?|thumbs|hang|mix)[ -]?$/
const POST_OFFICE = /^(?:에(?:서)?)? ?(?:갔|가서|가야|가는|갈|들[르렀러]|다녀|앞|직원|근처|은행|보험|통장)/
/** Creams, metals and memberships: "spf on this cream", "14k gold", "gold member", 골드 회원. */
const STUFF_BEFORE =
  /(?:(?:this|face|facial|hand|eye|body|ice|sour|day|night|sun|shaving|whipped|foot|baby|bb|cc) $|(?:\dk|karat|sterling|solid|real|pure|carat) ?$)/
const STUFF_AFTER =
  /^(?:[ -](?:members?|membership|card|tier|level|status|plated|filled|chain|friday|wine|tea|coffee|list|market|pepper|beans?|juice|rice|sugar|onions?|label|flag|tape|page)(?![a-z])| ?(?:회원|등급|멤버|컨슈머|와인|리스트|박스|프라이데이))/
/** Colours that are also tastes, when a word for taste follows. */
const TASTES: Readonly<Record<string, string>> = { mint: '薄荷', orange: '橙子', rose: '玫瑰', lavender: '薰衣草' }
const TASTED = /^[ -]flavou?r/

function counts(text: string, word: WordHit): boolean {
  const end = word.start + word.text.length
  if (word.slot === 'courier') {
    const lead = before(text, word.start, 16)
    const tail = text.slice(end, end + 10)
    return (
      !REFUSED_BEFORE.test(lead) &&
      !REFUSED_AFTER.test(tail) &&
      !NO_CARRIER_BEFORE.test(lead) &&
      !POST_OFFICE.test(tail)
    )
  }
  if (word.slot === 'receiver') {
    const lead = before(text, word.start, 28)
    const tail = text.slice(end, end + 14)
    if (TOLD_BEFORE.test(lead) || PRAISED_AFTER.test(tail)) return false
    return FOR_SOMEBODY.test(lead) || FOR_OLD.test(lead) || GIFT_AFTER.test(tail)
  }
  if (word.slot === 'colour')
    return !STUFF_BEFORE.test(before(text, word.start, 14)) && !STUFF_AFTER.test(text.slice(end, end + 12))
  return word.slot !== 'flavour' || !DRIED.test(text.slice(end, end + 1))
}
