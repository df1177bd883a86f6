import { Converter } from 'opencc-js/t2cn'
import { remember } from './remember.ts'

/**
 * A message in matching form. `text` is what patterns and n-grams see; `at[i]` is the UTF-16 offset in the original of character i of
 * `text`, and `at[text.length]` the original length, so that any span maps back.
 */
export interface Normalised {
  readonly original: string
  readonly text: string
  readonly at: readonly number[]
}

/** Private-use characters that stand for things without letters of their own, so that an n-gram can carry them. */
export const MARK = { emoji: '\ue000', url: '\ue001', masked: '\ue002', number: '\ue003' } as const

const HANGUL_OR_HAN = /[\u3400-\u9fff\uac00-\ud7af]/
/** Platform emoticons (`/:^_^`, `/:086`, `#E-s12`, `[微笑]`), masks of anonymised logs and of our own, and links: each becomes one mark. */
const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/\/:(?:[\w^$@&*()><~!?.,'"|+=\\-]{2,5}|\d{2,3})/y, MARK.emoji],
  [/#E-[a-z]+(?:\d+|<num>|\[数字x\])/iy, MARK.emoji],
  [
    /\[(?:微笑|大笑|偷笑|害羞|流泪|大哭|生气|发怒|玫瑰|爱心|强|弱|握手|抱拳|OK|呲牙|可怜|委屈|撇嘴|色|亲亲|拜托|感谢|鼓掌|捂脸|笑哭|嘿哈|奸笑|机智|皱眉|耶|吃瓜|加油|汗|天啊|Emm|社会社会|旺柴|好的|打脸|哇|翻白眼|666|让我看看|叹气|苦涩|裂开)\]/iy,
    MARK.emoji,
  ],
  [
    /https?:\/\/[^\s\u3400-\u9fff，。]+|(?:[a-z0-9-]+\.)+(?:com|cn|net|hk|tb|jd)(?![a-z0-9@])(?:\/[^\s\u3400-\u9fff，。]*)?|<url>|\[(?:链接x?|link)\]/iy,
    MARK.url,
  ],
  [/<num>|\[(?:数字|金额|日期|时间)x?\]/iy, MARK.number],
  [
    /<[a-z]{2,12}>|\[(?:(?:订单|姓名|地址|电话|邮箱|站点|组织机构|身份证号)x?|phone|email|order_no|tracking_no|bank_card|id_card|address|name)\]/iy,
    MARK.masked,
  ],
]
/** Of these only links begin with a letter. */
const LINKS = TOKENS.filter(([, mark]) => mark === MARK.url)
/** What may begin or sit inside a token; a folded text with one of these is read again, since folding may have completed it. */
const TOKEN_SIGN = /[[/#<.]/
const EMOJI = /\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier})*/uy

/**
 * Words that Chinese shoppers write by the first letters of their pinyin. Only what means one thing among Han characters: zt is 中通 and 自提, bb is
 * 宝贝 and a cream; rules know vx and wx as they are.
 */
const SHORTHAND: Readonly<Record<string, string>> = {
  py: '便宜',
  kd: '快递',
  dsq: '多少钱',
  bzd: '不知道',
  dbq: '对不起',
  bhys: '不好意思',
  zfb: '支付宝',
  yhq: '优惠券',
  yfx: '运费险',
  sf: '顺丰',
  yt: '圆通',
  yd: '韵达',
  jd: '京东',
}
const SHORT = new RegExp(`(?<![a-z0-9@._/-])(?:${Object.keys(SHORTHAND).join('|')})(?![a-z0-9@_/-]|\\.[a-z])`, 'g')
const HAN = /[\u3400-\u9fff]/

const FIRST_HAN = 0x3400
/** The matching form of every Han character, by its code: of a traditional one the simplified, of all others themselves. */
const SIMPLIFIED = buildSimplified()

function buildSimplified(): Uint16Array {
  const simplify = Converter({ from: 't', to: 'cn' })
  return Uint16Array.from({ length: 0xa000 - FIRST_HAN }, (_, i) => {
    const from = String.fromCharCode(FIRST_HAN + i)
    const to = simplify(simplify(from))
    return to.length === 1 ? to.charCodeAt(0) : FIRST_HAN + i
  })
}

const REMEMBERED = 2048

/**
 * NFKC, lower case, traditional to simplified, emoji and emoticons and links as marks, runs of one character cut to two, spaces dropped
 * between Han characters and folded elsewhere, Chinese shorthand spelled out. Idempotent on its own output; never throws.
 */
export const normalise: (original: string) => Normalised = remember(matchingForm, REMEMBERED)

function matchingForm(original: string): Normalised {
  let form = fold(original)
  while (TOKEN_SIGN.test(form.text)) {
    const again = fold(form.text)
    if (again.text === form.text) break
    form = onTop(form, again)
  }
  return spelledOut(form)
}

/** What was made of a form's text, with offsets into the original. */
function onTop({ original, at }: Normalised, { text, at: within }: Normalised): Normalised {
  return { original, text, at: within.map((index) => at[index]!) }
}

/** py点吗 -> 便宜点吗. Among Latin words these letters are something else. */
function spelledOut(form: Normalised): Normalised {
  if (form.text.search(SHORT) < 0 || !HAN.test(form.text)) return form
  const at: number[] = []
  let text = ''
  let from = 0
  const copy = (to: number) => {
    for (let i = from; i < to; i += 1) at.push(i)
    text += form.text.slice(from, to)
  }
  for (const { 0: short, index } of form.text.matchAll(SHORT)) {
    copy(index)
    const word = SHORTHAND[short]!
    for (let i = 0; i < word.length; i += 1) at.push(index)
    text += word
    from = index + short.length
  }
  copy(form.text.length)
  at.push(form.text.length)
  return onTop(onTop(form, { original: form.text, text, at }), fold(text))
}

function fold(original: string): Normalised {
  if (isFolded(original)) return { original, text: original, at: offsets(original.length) }
  const out = new Folded()
  let i = 0
  while (i < original.length) {
    const code = original.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) {
      out.push(SIMPLIFIED[code - FIRST_HAN]!, i)
      i += 1
      continue
    }
    if (code >= 0x30 && code <= 0x39) {
      out.push(code, i)
      i += 1
      continue
    }
    const token = tokenAt(original, i)
    if (token) {
      out.push(token.mark.charCodeAt(0), i)
      i += token.length
      continue
    }
    if (code < 0x80) {
      out.push(foldAscii(code), i)
      i += 1
      continue
    }
    const point = original.codePointAt(i)!
    const folded = foldCharacter(String.fromCodePoint(point))
    for (let k = 0; k < folded.length; k += 1) out.push(folded.charCodeAt(k), i)
    i += point > 0xffff ? 2 : 1
  }
  return out.end(original)
}

/** True for what most messages are: simplified Han characters and digits with no run to cut, which folding leaves as they are. */
function isFolded(text: string): boolean {
  let last = 0
  let run = 1
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) {
      run = code === last ? run + 1 : 1
      if (run > 2 || SIMPLIFIED[code - FIRST_HAN] !== code) return false
    } else if (code < 0x30 || code > 0x39) return false
    last = code
  }
  return true
}

function offsets(length: number): number[] {
  const out: number[] = []
  for (let i = 0; i <= length; i += 1) out.push(i)
  return out
}

const SPACE = 0x20

/** A folded text in the making, as UTF-16 units. */
class Folded {
  readonly #units: number[] = []
  readonly #at: number[] = []

  /** Appends one unit by the rules of runs and spaces: shoppers use spaces between Han characters as commas or by accident, and they split n-grams. */
  push(unit: number, offset: number): void {
    const units = this.#units
    let last = units.length - 1
    if (unit === SPACE && (last < 0 || units[last] === SPACE)) return
    if (last > 0 && units[last] === SPACE && isHan(unit) && isHan(units[last - 1]!)) {
      this.#pop()
      last -= 1
    }
    // '。。。。' and '哈哈哈哈' say no more than two of them; digits are data and stay
    if (last > 0 && units[last] === unit && units[last - 1] === unit && !isDigit(unit)) return
    units.push(unit)
    this.#at.push(offset)
  }

  end(original: string): Normalised {
    if (this.#units.at(-1) === SPACE) this.#pop()
    this.#at.push(original.length)
    return { original, text: textOf(this.#units), at: this.#at }
  }

  #pop(): void {
    this.#units.pop()
    this.#at.pop()
  }
}

/** In pieces, because a call takes only so many arguments. */
function textOf(units: readonly number[]): string {
  if (units.length <= PIECE) return String.fromCharCode(...units)
  let text = ''
  for (let from = 0; from < units.length; from += PIECE) text += String.fromCharCode(...units.slice(from, from + PIECE))
  return text
}
const PIECE = 4096

function foldAscii(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 32
  return code >= 0x09 && code <= 0x0d ? SPACE : code
}

/** Full-width marks come again and again, and Unicode's folding is slow. */
const foldCharacter = remember(unicodeFold, 256)

function unicodeFold(character: string): string {
  if (/\s/u.test(character)) return ' '
  if (/\ufe0f|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(character)) return ''
  const folded = character.normalize('NFKC').toLowerCase().normalize('NFKC')
  return folded.length === 1 ? simplified(folded) : Array.from(folded, simplified).join('')
}

function simplified(character: string): string {
  const code = character.charCodeAt(0)
  const to = SIMPLIFIED[code - FIRST_HAN]
  return to === undefined || to === code ? character : String.fromCharCode(to)
}

function tokenAt(text: string, index: number): { mark: string; length: number } | undefined {
  const code = text.charCodeAt(index)
  if (code >= 0x2000) {
    EMOJI.lastIndex = index
    const emoji = EMOJI.exec(text)
    return emoji ? { mark: MARK.emoji, length: emoji[0].length } : undefined
  }
  const letter = isLetter(code)
  if (!letter && code !== 0x2f && code !== 0x23 && code !== 0x5b && code !== 0x3c) return undefined
  if (letter && goesOnWord(text.charCodeAt(index - 1))) return undefined
  for (const [pattern, mark] of letter ? LINKS : TOKENS) {
    pattern.lastIndex = index
    const found = pattern.exec(text)
    if (found) return { mark, length: found[0].length }
  }
  return undefined
}

/** A link begins where no word, number or mail address is under way. */
function goesOnWord(before: number): boolean {
  return isLetter(before) || isDigit(before) || before === 0x40
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** True for text written without spaces between words, where characters rather than words are the unit. */
export function isCharacterScript(text: string): boolean {
  return HANGUL_OR_HAN.test(text)
}
