import type { Voice } from '../../policy/index.ts'
import type { Locale } from '../../protocol/index.ts'
import type { Template } from '../template.ts'
import { chineseVoice, plainChinese } from './chinese.ts'
import { formalEnglish } from './english.ts'
import { formalKorean, politeKorean } from './korean.ts'

/** Characters that stand for words and for smiles in slots while what is around them is turned: nobody writes them. */
const WORD = 0xf0000
const SMILE = 0xf1000
const MARK = /([\u{F0000}-\u{F1FFF}])/u

const KNOWN = new WeakMap<Voice, WeakMap<Template, Template>>()

/** A template in a store's voice: its words are turned, its slots stay where they are. */
export function voiced(template: Template, voice: Voice): Template {
  let ofVoice = KNOWN.get(voice)
  if (!ofVoice) {
    ofVoice = new WeakMap()
    KNOWN.set(voice, ofVoice)
  }
  let made = ofVoice.get(template)
  if (!made) {
    made = turned(template, voice)
    ofVoice.set(template, made)
  }
  return made
}

function turned(template: Template, voice: Voice): Template {
  const text = template
    .map((part, i) =>
      typeof part === 'string' ? part : String.fromCodePoint((part.slot === 'smile' ? SMILE : WORD) + i),
    )
    .join('')
  const said = inVoice(text, voice)
  if (said === text) return template
  return said.split(MARK).flatMap((piece) => {
    const mark = piece.codePointAt(0) ?? 0
    if (mark < WORD) return piece === '' ? [] : [piece]
    return [template[mark - (mark < SMILE ? WORD : SMILE)]!]
  })
}

function inVoice(text: string, voice: Voice): string {
  if (voice.locale === 'zh') return chineseVoice(text, voice)
  if (voice.formality === undefined) return text
  if (voice.locale === 'ko') return voice.formality === 'formal' ? formalKorean(text) : politeKorean(text)
  return voice.formality === 'formal' ? formalEnglish(text) : text
}

/** Words as they are the same in every voice: what was said is compared in them. */
export function plainVoice(text: string, locale: Locale): string {
  if (locale === 'zh') return plainChinese(text)
  return locale === 'ko' ? formalKorean(text) : formalEnglish(text)
}
