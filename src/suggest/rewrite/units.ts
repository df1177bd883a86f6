/** What a number counts, in the base unit: minutes, yuan, won, dollars, per cent off, per cent, cm, g, ml … */
export type Unit = readonly [kind: string, size: number]

/** Units by how they are written in matching form. Counting words differ by what they count: a paraphrase keeps them. */
const UNITS: readonly (readonly [Unit, string])[] = [
  [['cny', 1], '元|块钱|块|rmb|cny|yuan|위안'],
  [['cny', 0.1], '毛|角'],
  [['krw', 1], '원|won|krw'],
  [['usd', 1], '美元|美金|dollars?|usd|달러'],
  [['time', 1], '分钟|分鐘|minutes?|mins?|분'],
  [['time', 60], '个?小时|个?钟头|hours?|hrs?|시간'],
  [['workday', 1], '个?工作日|(?:business|working) days?|영업일'],
  [['time', 1440], '天|days?|일'],
  [['time', 10080], '周|个?星期|个?礼拜|weeks?|주일|주'],
  [['time', 43200], '个月|months?|개월|달'],
  [['time', 525600], '年|years?|년'],
  [['second', 1], '秒|seconds?|초'],
  [['off', -1], '折'],
  [['tenth', 1], '成(?![功分交熟本])'],
  [['times', 1], '倍|times|배'],
  [['percent', 1], '%|percent|퍼센트|프로'],
  [['length', 0.1], 'mm|毫米'],
  [['length', 1], 'cm|厘米|公分|센티'],
  [['length', 100], 'm(?![a-z])|米|미터'],
  [['inch', 1], '英寸|inch(?:es)?|인치'],
  [['mass', 0.001], 'mg|毫克'],
  [['mass', 1], 'g(?![a-z])|克|그램'],
  [['mass', 500], '斤'],
  [['mass', 1000], 'kg|公斤|千克|킬로'],
  [['volume', 1], 'ml|毫升|밀리'],
  [['volume', 1000], '升(?!级)|liters?|litres?|리터'],
  [['degree', 1], '度|°c|℃|degrees?'],
  [['size', 1], '码|사이즈'],
  [['point', 1], '积分|points?|포인트'],
  [['piece', 1], '件|pieces?|pcs|items?|벌|장'],
  [['pair', 1], '双|对|pairs?|켤레'],
  [['set', 1], '套|sets?|세트'],
  [['pack', 1], '包(?!邮|退|换|您|你)|packs?|봉지'],
  [['box', 1], '盒|箱|box(?:es)?|박스|상자'],
  [['bottle', 1], '瓶|罐|bottles?|병'],
  [['strip', 1], '条|根'],
  [['sheet', 1], '张|sheets?'],
  [['copy', 1], '份'],
  [['each', 1], '个(?!月|小时|工作日|星期|礼拜|钟头)|只|支|개'],
  [['kind', 1], '款|种|styles?|종'],
  [['time-of', 1], '次|遍|回|번'],
  [['person', 1], '位|人|people|명|분의'],
  [['floor', 1], '楼|层|층'],
  [['star', 1], '星|stars?'],
  [['age', 1], '岁|years? old|세|살'],
  [['order', 1], '单|orders?'],
]

const BY_NAME: readonly (readonly [RegExp, Unit])[] = UNITS.map(([unit, words]) => [new RegExp(`^(?:${words})$`), unit])

/** Every way to write a unit, the longest first. */
export const UNIT_WORDS = UNITS.flatMap(([, words]) => splitWords(words))
  .sort((a, b) => b.length - a.length)
  .join('|')

export function unitOf(written: string): Unit {
  return BY_NAME.find(([words]) => words.test(written))?.[1] ?? [written, 1]
}

/** Splits alternatives at the bars outside brackets. */
function splitWords(words: string): string[] {
  const out: string[] = []
  let depth = 0
  let word = ''
  for (const letter of words) {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (letter === '|' && depth === 0) {
      out.push(word)
      word = ''
    } else word += letter
  }
  return [...out, word]
}
