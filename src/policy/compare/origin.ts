import type { Line } from '../localised.ts'
import type { Asked, Finding, Matter, Reading } from './asked.ts'
import { lineOf } from './field.ts'

/** Places goods come from, with the place they lie in. */
const PLACES: readonly (readonly [id: string, within: string, names: string, says: Line])[] = [
  ['cn', '', '中国|国产|国内|china|chinese|중국|국내산', { zh: '国产', en: 'China', ko: '중국산' }],
  ...(
    [
      ['浙江', 'zhejiang', '저장성'],
      ['云南', 'yunnan', '윈난'],
      ['福建', 'fujian', '푸젠'],
      ['广西', 'guangxi', '광시'],
      ['广东', 'guangdong|canton', '광둥'],
      ['内蒙古?', 'inner mongolia', '내몽[골고]'],
      ['新疆', 'xinjiang', '신장'],
      ['江苏', 'jiangsu', '장쑤'],
      ['安徽', 'anhui', '안후이'],
      ['山东', 'shandong', '산둥'],
      ['四川', 'sichuan', '쓰촨'],
      ['海南', 'hainan', '하이난'],
      ['东北', 'northeast china', '둥베이'],
      ['台湾', 'taiwan', '대만'],
    ] as const
  ).map(
    ([zh, en, ko]) => [zh, 'cn', `${zh}|${en}|${ko}`, { zh: zh.replace('?', ''), en: en.split('|')[0]!, ko }] as const,
  ),
  ...(
    [
      ['杭州', '浙江', 'hangzhou', '항저우'],
      ['宁波', '浙江', 'ningbo', '닝보'],
      ['嘉兴', '浙江', 'jiaxing', '자싱'],
      ['义乌', '浙江', 'yiwu', '이우'],
      ['安溪', '福建', 'anxi', '안시'],
      ['福州', '福建', 'fuzhou', '푸저우'],
      ['武夷山', '福建', 'wuyi', '우이산'],
      ['广州', '广东', 'guangzhou', '광저우'],
      ['苏州', '江苏', 'suzhou', '쑤저우'],
      ['上海', 'cn', 'shanghai', '상하이'],
    ] as const
  ).map(([zh, within, en, ko]) => [zh, within, `${zh}|${en}|${ko}`, { zh, en, ko }] as const),
  ['th', '', '泰国|thai(?:land)?|태국', { zh: '泰国', en: 'Thailand', ko: '태국' }],
  ['kr', '', '韩国|korean?|한국산?|(?<![가-힣])국산(?!화)', { zh: '韩国', en: 'Korea', ko: '한국산' }],
  ['jp', '', '日本|japan(?:ese)?|일본', { zh: '日本', en: 'Japan', ko: '일본' }],
  ['us', '', '美国|usa|america|미국', { zh: '美国', en: 'the USA', ko: '미국' }],
  ['vn', '', '越南|vietnam|베트남', { zh: '越南', en: 'Vietnam', ko: '베트남' }],
  ['ph', '', '菲律宾|philippines?|필리핀', { zh: '菲律宾', en: 'the Philippines', ko: '필리핀' }],
  ['au', '', '澳洲|澳大利亚|australia|호주', { zh: '澳洲', en: 'Australia', ko: '호주' }],
  ['it', '', '意大利|italy|italian|이탈리아', { zh: '意大利', en: 'Italy', ko: '이탈리아' }],
]
const PATTERN = new Map(PLACES.map(([id, , names]) => [id, new RegExp(`(?:${names})`)]))
const WITHIN = new Map(PLACES.map(([id, within]) => [id, within]))
const IMPORTED = /进口|imported|수입/
const SOME_PLACE = /[\u3400-\u9fff]{2}(?:产的|原产|出产)|西湖|made in|원산지/
/** The word names something else than where it comes from. */
const ELSEWHERE = /夏威夷果|法式|日式|韩版|韩式|能用|在.{2,4}(?:穿|用)|穿|发|冷|热/

export const origin: Matter = ({ text }) => {
  if (ELSEWHERE.test(text)) return []
  const places = PLACES.flatMap(([id, , , says]): Asked[] => {
    const hit = PATTERN.get(id)!.exec(text)
    return hit
      ? [{ matter: 'origin', at: hit.index + hit[0].length, says, judge: (reading) => comesFrom(reading, id) }]
      : []
  })
  if (places.length > 0) return places
  const imported = IMPORTED.exec(text)
  if (imported) {
    const says = { zh: '进口', en: 'imported', ko: '수입' }
    return [{ matter: 'origin', at: imported.index + 2, says, judge: isImported }]
  }
  const some = SOME_PLACE.exec(text)
  if (!some) return []
  const says = { zh: '产地', en: 'the origin', ko: '원산지' }
  return [
    {
      matter: 'origin',
      at: some.index + some[0].length,
      says,
      judge: (reading) => ({ ...comesFrom(reading, ''), state: 'unknown' }),
    },
  ]
}

function comesFrom({ card, locale }: Reading, id: string): Finding {
  const line = lineOf(card, 'origin', locale)
  const finding = (state: Finding['state']): Finding => ({ state, field: 'origin', shown: line?.shown })
  // where it is packed is not where it grew
  if (!line || line.forms.some((form) => /分装|packed|소분/.test(form))) return finding('unknown')
  const known = PLACES.map(([place]) => place).filter((place) =>
    line.forms.some((form) => PATTERN.get(place)!.test(form)),
  )
  if (known.length === 0) return finding('unknown')
  if (known.some((place) => place === id || liesIn(place, id))) return finding('yes')
  const narrowest = known.filter((place) => !known.some((other) => liesIn(other, place)))
  return finding(narrowest.some((place) => liesIn(id, place)) ? 'unknown' : 'no')
}

function isImported(reading: Reading): Finding {
  const chinese = comesFrom(reading, 'cn')
  const turned = { yes: 'no', no: 'yes', some: 'unknown', unknown: 'unknown' } as const
  return { ...chinese, state: turned[chinese.state] }
}

function liesIn(place: string, whole: string): boolean {
  for (let at = WITHIN.get(place); at; at = WITHIN.get(at)) if (at === whole) return true
  return false
}
