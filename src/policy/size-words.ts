import type { Locale } from '../protocol/index.ts'
import type { Line } from './localised.ts'
import type { Measure } from './size-chart.ts'

export interface Measured {
  readonly measure: Measure
  readonly value: number
}

const WORDS: { readonly [M in Measure]: Line } = {
  height: { zh: '身高', en: 'height', ko: '키' },
  weight: { zh: '体重', en: 'weight', ko: '몸무게' },
  age: { zh: '年龄', en: 'age', ko: '나이' },
  foot_length: { zh: '脚长', en: 'foot length', ko: '발 길이' },
  chest: { zh: '胸围', en: 'chest', ko: '가슴둘레' },
  waist: { zh: '腰围', en: 'waist', ko: '허리둘레' },
  hip: { zh: '臀围', en: 'hip', ko: '엉덩이둘레' },
}

/** `M码` in Chinese for letters and numbers; words (均码, 250克) and other languages stand as they are. */
export function sizeText(size: string, locale: Locale): string {
  return locale === 'zh' && /^[A-Za-z\d.]+$/.test(size) ? `${size}码` : size
}

export function whyOne(known: readonly Measured[], pick: string): Line {
  const { zh, en, ko } = naming(known)
  const both = known.length > 1 ? '都' : ''
  return {
    zh: `${zh}${both}在${sizeText(pick, 'zh')}范围`,
    en: `${en} fit size ${pick}`,
    ko: `${ko} 기준 ${pick} 사이즈`,
  }
}

/** The cut, not the chart alone, decided (R12). */
export function whyBiased(known: readonly Measured[], pick: string, bias: number): Line {
  const { zh, en, ko } = naming(known)
  const large = bias > 0
  return {
    zh: `${zh}，版型偏${large ? '大' : '小'}，${sizeText(pick, 'zh')}更合身`,
    en: `${en}; it runs ${large ? 'large' : 'small'}, so ${pick} fits better`,
    ko: `${ko} 기준, ${large ? '크게' : '작게'} 나와서 ${pick} 추천`,
  }
}

export function whyBorder(known: readonly Measured[], pick: string, other: string): Line {
  const { zh, en, ko } = naming(known)
  return {
    zh: `${zh}在${sizeText(pick, 'zh')}和${sizeText(other, 'zh')}之间`,
    en: `${en} fall between ${pick} and ${other}`,
    ko: `${ko} 기준 ${pick}·${other} 사이`,
  }
}

export function whyApart(known: readonly Measured[]): Line {
  const { zh, en, ko } = naming(known)
  return {
    zh: `${zh}对应的尺码差得比较多`,
    en: `${en} point to sizes that are far apart`,
    ko: `${ko} 기준으로 사이즈 차이가 큽니다`,
  }
}

export function whyOutside(known: Measured): Line {
  const { zh, en, ko } = naming([known])
  return {
    zh: `${zh}不在这款的尺码范围内`,
    en: `${en} is outside this size chart`,
    ko: `${ko} 기준 맞는 사이즈가 없습니다`,
  }
}

/** `身高165cm、体重55kg`. */
function naming(known: readonly Measured[]): Line {
  const each = (locale: Locale) =>
    known.map(({ measure, value }) => {
      const unit = measure === 'age' ? { zh: '岁', en: '', ko: '세' }[locale] : measure === 'weight' ? 'kg' : 'cm'
      return `${WORDS[measure][locale]}${locale === 'zh' ? '' : ' '}${Math.round(value * 10) / 10}${unit}`
    })
  return { zh: each('zh').join('、'), en: each('en').join(', '), ko: each('ko').join(', ') }
}
