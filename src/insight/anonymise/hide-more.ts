import { COMPOUND_SURNAMES, SURNAMES } from '../../intents/index.ts'
import { CAPITALS, GIVEN, GIVEN_KO } from './name-letters.ts'

const HAN = `(?:(?:${COMPOUND_SURNAMES})|[${SURNAMES}])\\p{Script=Han}`
const LATIN = "(?:\\p{Lu}\\. ?)?\\p{Lu}\\p{Ll}+(?:[ -]\\p{Lu}[\\p{Ll}'’]+)?"
const KOREAN =
  '(?<!\\p{Script=Hangul})(?<who>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]\\p{Script=Hangul}{2})'
const KOREAN_ENDS = '(?:입니다|이에요|예요|이라고|라고|이고요?|이요|임\\b)'
const KIN_ZH =
  '(?:老公|老婆|先生|太太|妈妈?|爸爸?|婆婆|公公|朋友|同事|姐姐?|妹妹?|哥哥?|弟弟?|儿子|女儿|男友|女友|男朋友|女朋友|室友|同学|邻居|家人)'
const KIN_EN =
  '(?:husband|wife|mother|mom|mum|father|dad|sister|brother|son|daughter|friend|colleague|neighbou?r|roommate|flatmate|boyfriend|girlfriend|boss|partner|cousin|aunt|uncle)'
const PLACES = '(?:大学|学院|中学|小学|医院|小区|家园|公寓|花园|大厦|新村|宿舍|园区|广场)'

/**
 * What the redaction of live texts lets stand, because it may be something else: a text that leaves the house had better lose a word too many. Each pattern has
 * the name, number or place as its group `who`.
 */
const PATTERNS: readonly (readonly [RegExp, 'name' | 'phone' | 'order_no' | 'address'])[] = [
  // 王先生, 李小明女士
  [
    new RegExp(
      `(?<who>${HAN.replace('\\p{Script=Han}', '\\p{Script=Han}{0,2}?')})(?=先生|女士|小姐(?!姐)|太太|阿姨|叔叔|老师|师傅|大姐|大哥|经理|医生)`,
      'gu',
    ),
    'name',
  ],
  [
    new RegExp(
      `(?:我叫|叫我|本人|名字是|姓名是?|名叫)(?<who>${HAN}{1,2}?)(?=就[行好可]|吧|呢|的|\\P{Script=Han}|$)`,
      'gu',
    ),
    'name',
  ],
  // 寄给王小明收, 王小明(收)
  [new RegExp(`(?<who>${HAN}{1,2}?)(?=\\s*[(（]?收[)）]?(?:$|[\\s,，。]))`, 'gu'), 'name'],
  [
    new RegExp(
      `(?:签收人?的?是|签收人|代收人|代签的?是|收件写|写|转|转交|交给|收\\s*[:：])\\s*(?<who>${HAN}{1,2}?)(?=的名字|的就|收|代收|\\P{Script=Han}|$)`,
      'gu',
    ),
    'name',
  ],
  [
    new RegExp(
      `${KIN_ZH}(?:叫|是|名叫|名字叫)?(?<who>${HAN}{1,2}?)(?=会|去|来|收|拿|签|代|的|\\P{Script=Han}|$)`,
      'gu',
    ),
    'name',
  ],
  [
    new RegExp(
      `(?<who>\\p{Script=Han}{2,8}?${PLACES}\\p{Script=Han}{0,4}\\p{Nd}+[\\p{Nd}\\p{Script=Han}-]{0,8})`,
      'gu',
    ),
    'address',
  ],
  [/\b(?:Mr|Mrs|Ms|Miss|Dr)\.? ?(?<who>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu, 'name'],
  [
    new RegExp(
      `(?:\\b[Mm]y name(?:['’]s| is)|\\b[Nn]ame:|\\b[Cc]all me|\\b[Aa]sk for|\\b[Aa]ttn:?|\\b[Uu]nder(?: the name)?|\\b[Ii]n the name of|\\b[Ss]igned(?: for)? by) (?<who>${LATIN})`,
      'gu',
    ),
    'name',
  ],
  [new RegExp(`\\b[Mm]y ${KIN_EN},? (?<who>${LATIN})`, 'gu'), 'name'],
  [
    new RegExp(
      `(?:\\b[Tt]his is|\\bI['’]?m|\\bI am) (?<who>${LATIN})(?=$|[,.!]| (?:here|from|again|speaking)\\b)`,
      'gu',
    ),
    'name',
  ],
  [
    new RegExp(
      `(?:\\b(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks|[Bb]est|[Ll]ove)[,!]?\\s+)(?<who>${LATIN})(?=[.!]?\\s*$)`,
      'gu',
    ),
    'name',
  ],
  // an account reaches a person as a phone does
  [
    /(?:旺旺|淘宝|支付宝|抖音|账号|昵称|微信|[加+][vV微]信?|[vV]信|[vV][xX]|[wW][xX]|[qQ][qQ])(?:号|名|[iI][dD]|是|叫)*\s*[:：]?\s*(?<who>[A-Za-z0-9][\w-]{3,})/gu,
    'phone',
  ],
  [/\bP\.?O\.? ?[Bb]ox (?<who>\p{Nd}+)/gu, 'address'],
  [new RegExp(`${KOREAN}(?=\\s?(?:씨|님))`, 'gu'), 'name'],
  [
    new RegExp(
      `(?:저는|제가|이름은?|성함은?|받(?:는|으시는|으실)\\s?(?:분|사람)[은이]?|수령인은?)\\s?${KOREAN.replace('{2}', '{1,2}?')}(?=${KOREAN_ENDS})`,
      'gu',
    ),
    'name',
  ],
  [new RegExp(`${KOREAN}(?=(?:으?로)\\s?(?:해|변경|바꿔|부탁|주문자|수정))`, 'gu'), 'name'],
  // names that nothing marks as such, by the letters they are made of
  [new RegExp(`(?<who>[${SURNAMES}][${GIVEN}]{2})`, 'gu'), 'name'],
  [
    new RegExp(
      `(?<!\\p{Script=Hangul})(?<who>[김이박최정강조윤장임한오서신권황안송류홍백문노고남][${GIVEN_KO}]{2})(?=(?:이|가|은|는|을|께|한테|으?로)?(?!\\p{Script=Hangul}))`,
      'gu',
    ),
    'name',
  ],
  [
    new RegExp(`(?<=[\\p{Ll},] )(?<who>(?!(?:${CAPITALS})(?:day)?\\b)\\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{Ll}'’]+)`, 'gu'),
    'name',
  ],
  // numbers of one order, parcel or person: no price and no size has so many figures
  [/(?<![A-Za-z0-9])(?<who>[A-Za-z]{0,4}\p{Nd}(?:[ -]?\p{Nd}){6,})(?!\p{N})/gu, 'order_no'],
]
/** What looks like a Korean name and is a word. */
const KOREAN_WORDS =
  /^(?:고객|강사|원장|기사|차장|조교|이모|고모|신랑|임원|선생|선배|주인|주문|주소|판매자|소비자|구매자|이용자|사용자|담당자|상담|하나|어머|아버|오빠|언니|이메일|전화|문자|지금|오늘|한국|최대|최소|신상품|신용|현금|이번|이전|전체|남은|기존|기본|여기|이거|이걸|정말|한번|한개|모두|모든|색상|사이즈)/u

/** Masks what looks like a name, a number or a place of somebody; `isGoods` = a number that is known to name a product. Masks that stand there are left alone. */
export function hideMore(text: string, isGoods: (number: string) => boolean): string {
  let rest = text
  for (const [pattern, mask] of PATTERNS)
    rest = rest.replace(pattern, (...found) => {
      const [whole] = found as [string]
      const { who } = found.at(-1) as { who: string }
      const isWord = mask === 'name' ? KOREAN_WORDS.test(who) : mask === 'order_no' && isGoods(who)
      return isWord ? whole : whole.replace(who, () => `[${mask}]`)
    })
  return rest
}
