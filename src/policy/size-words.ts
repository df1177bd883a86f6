import type { Locale } from '../protocol/index.ts'
import type { Line } from './localised.ts'
import type { Measure, SizeRow } from './size-chart.ts'

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

/** The body and the row of the chart that admits it. */
export function whyOne(known: readonly Measured[], row: SizeRow): Line {
  const { zh, en, ko } = naming(known)
  const both = known.length > 1 ? '都' : ''
  const range = (locale: Locale) => rangesOf(known, row, locale)
  return {
    zh: `${zh}${both}在${sizeText(row.size, 'zh')}范围（${range('zh')}）`,
    en: `${en} fit size ${row.size} (${range('en')})`,
    ko: `${ko} 기준 ${row.size} 사이즈(${range('ko')})`,
  }
}

/** The cut, not the chart alone, decided (R12). */
export function whyBiased(known: readonly Measured[], pick: string, bias: number): Line {
  const { zh, en, ko } = naming(known)
  const large = bias > 0
  const by = BY.findLast(({ from }) => Math.abs(bias) >= from) ?? BY[0]
  return {
    zh: `${zh}，版型偏${large ? '大' : '小'}${by.zh}，${sizeText(pick, 'zh')}更合身`,
    en: `${en}; it runs ${large ? 'large' : 'small'} by ${by.en}, so ${pick} fits better`,
    ko: `${ko} 기준, ${by.ko} ${large ? '크게' : '작게'} 나와서 ${pick} 추천`,
  }
}
const BY = [
  { from: 0, zh: '半码', en: 'half a size', ko: '반 사이즈' },
  { from: 1, zh: '一码', en: 'one size', ko: '한 사이즈' },
  { from: 2, zh: '两码', en: 'two sizes', ko: '두 사이즈' },
] as const

/** Age settled what the other measures left open. */
export function whyByAge(known: readonly Measured[], pick: string): Line {
  const { zh, en, ko } = naming(known)
  return {
    zh: `${zh}，按年龄${sizeText(pick, 'zh')}合适`,
    en: `${en}; by age ${pick} is right`,
    ko: `${ko}, 나이 기준 ${pick} 추천`,
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
      const figure = Math.round(value * 10) / 10
      return `${WORDS[measure][locale]}${locale === 'zh' ? '' : ' '}${figure}${unitOf(measure, locale)}`
    })
  return { zh: each('zh').join('、'), en: each('en').join(', '), ko: each('ko').join(', ') }
}

/** `156-166cm、48-57kg`. */
function rangesOf(known: readonly Measured[], row: SizeRow, locale: Locale): string {
  const ranges = known.flatMap(({ measure }) => {
    const range = row[measure]
    return range ? [`${range[0]}-${range[1]}${unitOf(measure, locale)}`] : []
  })
  return ranges.join(locale === 'zh' ? '、' : ', ')
}

function unitOf(measure: Measure, locale: Locale): string {
  if (measure === 'age') return { zh: '岁', en: '', ko: '세' }[locale]
  return measure === 'weight' ? 'kg' : 'cm'
}
