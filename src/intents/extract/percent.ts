import { cue } from './cues.ts'
import { add, before, matchAt, matches, RANK, type Reading, round } from './reading.ts'

const FOLD = /\s?折(?!叠|腾|磨|扣券|了|断)/y
const PER_CENT = /\s?(?:%|percent|프로|퍼센트)/y
/** "100%纯棉" tells a composition. */
const COMPOSITION =
  /^\s?(?:的?(?:酒精|桑蚕|蚕丝|聚酯|涤纶|氨纶|莱赛尔|天丝|可可|果汁|乳胶|纯|全|棉|羊|丝|正品|新|好评|面料|天然|cotton|wool|pure|순면|면|실크|울|폴리|정품|국산|수제|천연|방수|authentic|genuine|real|original|silk|linen|polyester|leather|organic|natural|sure|honest|happy|satisf))/
const COMPOSED =
  /(?:(?<![가-힣])(?:면|순면|울|모|실크|린넨|마|폴리|코튼|캐시미어)|cotton|wool|silk|linen|polyester|cashmere)\s?$/
/** What has a share but no price: 含棉95%, 电量一直显示20%. */
const SHARE =
  /(?:含|棉|毛|绒|丝|麻|纶|纤维?|酯|皮|含量|电量|电池|浓度|纯度|湿度|甜度|亮度|透明度|成分|面料|酒精|进度|率)(?:还|一直|就|才|只|也)?(?:是|为|有|占|[达降]?到|显示|剩下?|:|\s)*$/
const HALF_CUE = cue('半折값f')
const HALF = /半价|对折|반값(?!택배)|(?<![a-z])half[ -](?:price|off)(?![a-z])/g

/** A discount: 八折 and 半价 as a factor of the price (`price_factor`), "20%" as it is (`%`). */
export function readPercent(reading: Reading): void {
  const { text } = reading
  for (const number of reading.numbers) {
    if (number.kind === 'metres') continue
    const { start, end, value } = number
    const fold = matchAt(FOLD, text, end)
    if (fold && value > 0 && value < 100) {
      // "八五折" and "85折" are 0.85, "八折" and "8折" 0.8
      add(
        reading,
        'percent',
        start,
        end + fold[0].length,
        round(value < 10 ? value / 10 : value / 100),
        RANK.unit,
        'price_factor',
      )
      continue
    }
    const percent = matchAt(PER_CENT, text, end)
    const after = end + (percent?.[0].length ?? 0)
    const han = /百分之$/.test(before(text, start))
    if (
      (percent || han) &&
      value <= 100 &&
      !COMPOSITION.test(text.slice(after, after + 12)) &&
      !SHARE.test(before(text, start)) &&
      !COMPOSED.test(before(text, start))
    )
      add(reading, 'percent', han ? start - 3 : start, after, value, RANK.unit, '%')
  }
  if (reading.cues & HALF_CUE) {
    for (const found of matches(HALF, text)) {
      add(reading, 'percent', found.index, found.index + found[0].length, 0.5, RANK.unit, 'price_factor')
    }
  }
}
