import type { Locale } from '../../protocol/index.ts'

/** Phrases with a "no" in them that deny nothing, and questions asked as yes-or-no: read first and left out. */
const IDIOMS: Readonly<Record<Locale, RegExp>> = {
  zh: /不好意思|不过|不仅|不但|不光|不错|不客气|(?:不用|别|不必|不要|勿)(?:太|再)?(?:担心|着急|急|紧张|客气|灰心|介意|生气|难过|见外|有压力|有负担|顾虑)|不急|不着急|不妨|差不多|对不起|对不住|不好的(?:体验|感受|印象)|别忘|不要忘|不论|不管|无论|要不(?=[,您我再]|$)|不如|不知|不少|没关系|没事|没问题|是不是|能不能|会不会|有没有|好不好|要不要|可不可以|行不行|需不需要|合不合|够不够|不清楚的|不明白的|不懂的|有什么不(?:懂|明白|清楚|了解|满意)|不打扰|不合适的?话|不耽误|耽误不|不周|不便|不足|不妥|不确定|不用谢|免得|未来|非常|除非|特别|区别|分别|别的|级别|性别|个别|告别|无忧|无理由|别家|没(?:及时|能及时|有及时)|莫代尔|不锈|少不了您|缺什么|难免|难怪|难得|不断|不久|不由|巴不得|不得不|了不起|说不定|来不及说|不时|时不时|不见不散|离不开/g,
  en: /^no, |no (?:problem|worries|rush|hurry|trouble)|not only|no need to worry|(?:don't|do not|please don't|never) (?:worry|hesitate|mind)|not at all|why not|whether or not|if not|can't wait|no matter|nothing but|won't be long|not a problem|don't forget|can't thank you/g,
  ko: /걱정(?:하지|은|을)? ?(?:마|않|안 ?하|놓)|걱정 ?없|문제 ?없|부담 ?없|다름 ?아니|없으(?:시|실)|빠짐 ?없|틀림없|아니면|아니라|안녕|안내|안심|안전|안에|편안|안목|주안|어려우(?:시|실)|못지|안감|불편|불안|이안|동안|제안|대안|어려워 ?마/g,
}
const NO: Readonly<Record<Locale, RegExp>> = {
  zh: /不|没|无|未|非|别|勿|莫|谢绝|拒绝|难以|难(?=再|给|做|办)|为难|禁止|杜绝|停止/g,
  en: /\b(?:not|no|never|cannot|without|unable|none|neither|nor|nothing)\b|n't\b/g,
  ko: /않|없|못|(?<![가-힣])안(?= ?[가-힣])|불가|아니|아닙|어렵|어려|힘들|금지|말아|마세요/g,
}
/** How far before (or, in Korean, after) the word a "no" still reaches it, within its clause. */
const BEFORE: Readonly<Record<Locale, RegExp>> = {
  zh: /(?:不|没|无|未|非|别|勿|莫|谢绝|拒绝|难以|难|禁止|停止)[可能]?[^,。!?;;但而、就便可内]{0,7}$/,
  en: /(?:\b(?:not|no|never|cannot|without|unable|none|nor)\b|n't\b)[^.,!?;]{0,28}$/,
  ko: /(?:(?<![가-힣])(?:안|못) )[^,.!?]{0,3}$/,
}
const AFTER: Readonly<Record<Locale, RegExp>> = {
  zh: /^(?:[^,。!?;]{0,4}(?:不了|不到|不起|不动|不上|不成|没法|无法|不行|不可以|不能|做不到)|(?:暂时|暂|目前|现在|都|也)?(?:没有|不支持|不提供|不参加|不行))/,
  en: /^[^.,!?;]{0,14}(?:\bnot\b|n't\b|\bunavailable\b|\bimpossible\b|cannot)/,
  ko: /^[^,.!?]{0,6}(?:않|없|못|불가|(?<![가-힣])안 ?(?:돼|됩|되|나|해)|어렵|어려|힘들|아니|아닙)/,
}

/** Where a text says no, in its matching form without idioms. */
export interface Denials {
  readonly count: number
  /** Whether a stretch is denied rather than affirmed. */
  readonly denies: (from: number, to: number) => boolean
  /** The stretches that begin right behind a "no", as long as the clause lasts. */
  readonly heads: readonly string[]
}

const MODALS =
  /^(?:能|会|要|可以|可|用|需要|需|再|给|您|太|是|有|得|到|收|支持|办法|法|办|很|怎么|建议|方便|打算|好|敢|想|必|一定|完全|接受|提供|参与|参加|享受)+/

export function readDenials(text: string, locale: Locale): Denials {
  const plain = text.replace(IDIOMS[locale], (idiom) => '\u0001'.repeat(idiom.length))
  const found = [...plain.matchAll(NO[locale])]
  return {
    count: found.length,
    denies: (from, to) =>
      isDenied(plain.slice(Math.max(0, from - 32), from), locale) !== AFTER[locale].test(plain.slice(to, to + 24)),
    heads:
      locale === 'zh'
        ? found.flatMap((no) => {
            const rest = plain.slice(no.index + no[0].length).replace(MODALS, '')
            const head = /^[\u3400-\u9fff]{2}/.exec(rest)?.[0]
            return head ? [head] : []
          })
        : [],
  }
}

/** A "no" of a "no" is a yes. */
function isDenied(before: string, locale: Locale): boolean {
  const reach = BEFORE[locale].exec(before)?.[0]
  return reach !== undefined && [...reach.matchAll(NO[locale])].length % 2 === 1
}
