import { COMPOUND_SURNAMES, SURNAMES } from '../../intents/index.ts'
import { CAPITALS, GIVEN, GIVEN_KO } from './name-letters.ts'

/** Why a line that was masked should be read by a person before it is given away. */
export type DoubtKind = 'name' | 'number' | 'place' | 'account' | 'label'

const NAME = `(?:(?:${COMPOUND_SURNAMES})|[${SURNAMES}])\\p{Script=Han}{1,2}`
/** Short words that begin as a surname does and are said all the time. */
const WORDS =
  /^(?:谢谢|谢了|谢啦|黄色|白色|黄的|白的|高的|高点|马上|方便|安全|安排|明天|明白|明早|周[一二三四五六日天末]|单独|全部|成功|高兴|包裹|包邮|常用|万一|时间|何时|任何|于是|那么|那个|那款|那就|那好|都行|都要|都好|都是|都有|有点|有的|有货|有吗|有没|应该|应当|查下|查到|查一下|冷水|水洗|平时|和气|车上|安心|方式|支持|路上|路过|经常|曾经|曾用|能不能|关于|解决|舒服|毛衣|毛巾|花色|黑色|蓝色|红色|绿色|金色|银色|麻烦|麻烦你|麻烦您|麻烦了|易碎|古风|项链|强烈|温水|程序|季节|夏天|秋天|冬天|夏季|秋季|冬季|向上|向下|应急|相同|相近|来的|来了|来不及|干净|干洗|干的|左右|左边|右边|幸好|于|伍|双层|双面|双肩|空了|空的|连衣裙|米色|和平|尺码|宝贝)$/u
const BY_KIND: Readonly<Record<DoubtKind, readonly RegExp[]>> = {
  number: [/\p{Nd}{5,}/u, /(?:\p{Nd}[ -]?){8,}/u, /[零〇一二三四五六七八九幺]{6,}/u],
  account: [
    /@/u,
    /(?:微信|微 信|v信|vx|wx|qq|扣扣|telegram|whatsapp|kakao|카톡)\s*(?:号|id|:|：|是|은|는)?\s*[\w-]{4,}/iu,
  ],
  place: [
    /\p{Nd}+\s*(?:栋|幢|单元|号楼|室|弄|号院|号(?!线|码|链接))/u,
    /(?:村|镇|乡|组|队|路|街)\p{Script=Han}{0,3}[\p{Nd}一二三四五六七八九十]+[组队号]/u,
    /\p{Script=Han}{2,}(?:小区|公寓|家园|花园|大厦|宿舍|驿站|新村|村委|街道|胡同)/u,
    /\p{Nd}+\s?(?:동|호)(?!\p{Script=Hangul})/u,
    /\p{Script=Hangul}[동리]\s\p{Nd}/u,
    /\p{Script=Hangul}+(?:아파트|빌라|오피스텔|번지)/u,
    /\b(?:apt|apartment|flat|suite|unit|p\.?o\.? box)\b\.? ?#?\w*\d/iu,
    /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u,
  ],
  label: [
    /(?:收件人|收货人|姓名|电话|手机号?|地址|身份证|邮编|联系人)\s*[:：是为]\s*[^\s,，。、;；？?]/u,
    /\b(?:name|phone|mobile|address|postcode|zip)\s*(?::|is)\s*[^\s,.;?]/iu,
    /(?:이름|성함|전화(?:번호)?|주소|연락처)(?:은|는|:)\s*[^\s,.?]/u,
  ],
  name: [
    new RegExp(
      `(?:我是|是|叫|找|给|收|写|转|让|由|请|就是|老公|老婆|朋友|同事)[:：\\s]*${NAME}(?:$|[,，。!！\\s]|收|签|拿|代|的名字)`,
      'u',
    ),
    new RegExp(`[${SURNAMES}][${GIVEN}]{2}`, 'u'),
    new RegExp(`(?:^|[,，。!！\\s])[${SURNAMES}][${GIVEN}](?:$|[,，。!！\\s]|可以|的|这个名)`, 'u'),
    new RegExp(`${NAME}(?:这个名|的名字|推荐|名下|下的单)`, 'u'),
    new RegExp(`(?:[\\p{Ll},])\\s(?!(?:${CAPITALS})(?:day)?\\b)\\p{Lu}\\p{Ll}{2,}`, 'u'),
    /(?<![.!?]\s|^)\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b/u,
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}[.!]?$/u,
    /(?:^|\s)[김이박최정강조윤장임한오서신권황안송류홍]\p{Script=Hangul}{2}(?:이요|요|입니다|이에요|예요)?[.!]?$/u,
    new RegExp(
      `(?<!\\p{Script=Hangul})[김이박최정강조윤장임한오서신권황안송류홍백문노고남][${GIVEN_KO}]{2}(?:이|가|은|는|을|께|한테|으?로)?(?!\\p{Script=Hangul})`,
      'u',
    ),
    /\p{Script=Hangul}{2,3}\s?씨(?!\p{Script=Hangul})/u,
  ],
}
const ALONE = new RegExp(`^${NAME}$`, 'u')

/** What may have slipped through in a masked line; undefined when nothing looks like it. Errs on the side of a line too many. */
export function doubtOf(text: string): DoubtKind | undefined {
  const bare = text.replace(/\[[a-z_]+\]/g, ' ').trim()
  for (const [kind, patterns] of Object.entries(BY_KIND) as [DoubtKind, readonly RegExp[]][])
    if (patterns.some((pattern) => pattern.test(bare))) return kind
  // a name alone is how shoppers answer who the parcel is for
  const word = bare.replace(/[,，。.!！~～\s]+$/u, '')
  return ALONE.test(word) && !WORDS.test(word) ? 'name' : undefined
}
