import type { GuardContext } from '../context.ts'
import { momentRule } from '../moment-rule.ts'
import { isSizeQuestion, knowsBody, means, says } from '../moments.ts'
import { asks, grade, has, holds, replyRule } from '../reply-rule.ts'
import { knownValue } from '../support.ts'

/** A size that is advised: letters, numbers, "your usual one". */
const VERDICT =
  /(?:拍|穿|选|买|要|建议|推荐|就|是)(?:您|个|的)?(?:[2-6]?x{0,2}[sml](?![a-z])|均码|\d{2,3}(?:码|的|号)?(?![\d元块天小斤cg%米]))|(?:[2-6]?x{0,2}[sml]|\d{2,3})码|(?:recommend|take|go with|suggest)[^.!?]{0,12}\b(?:[smlx]{1,3}|\d{2})\b|[smlx]{1,3} ?사이즈/
const USUAL = /平时(?:穿)?(?:多大|什么码|几码|的码)?(?:的)?(?:就)?(?:拍|选|买)|正常(?:尺)?码|usual size|평소 사이즈/

/** R59: who asks for a size without telling the body is asked for it. */
export const bodyFirst = replyRule({
  id: 'R59',
  level: 'warn',
  says: { zh: '先问身高体重再推荐尺码', en: 'ask for height and weight first', ko: '키와 몸무게를 먼저 물어 주세요' },
  moment: (context) => isSizeQuestion(context) && !knowsBody(context),
  fault: (text) => {
    if (asks(text) || has(text, 'hold')) return undefined
    return VERDICT.test(text.text) || USUAL.test(text.text) ? 'plain' : undefined
  },
})

/** R60: no size without measures. */
export const verdictWithoutData = replyRule({
  id: 'R60',
  level: 'warn',
  says: {
    zh: '没有身高体重，不能直接定尺码',
    en: 'a size without any measures',
    ko: '신체 정보 없이 사이즈를 정했습니다',
  },
  moment: (context) => isSizeQuestion(context) && !knowsBody(context),
  fault: (text) => {
    if (CLOSED_EYES.test(text.text)) return 'plain'
    if (!VERDICT.test(text.text)) return undefined
    return asks(text) ? 'slight' : 'plain'
  },
})
const CLOSED_EYES = /闭(?:着)?眼(?:睛)?(?:拍|买|入)|一准合/

const CHOICES = [
  'size_fit.recommend',
  'size_fit.suitability',
  'recommendation.undecidable',
  'recommendation.choice',
  'recommendation.either_or',
]

/** R61: advice on size and style leaves the decision to the shopper. */
export const theirChoice = replyRule({
  id: 'R61',
  level: 'warn',
  says: {
    zh: '建议后加一句"仅供参考，您来决定"',
    en: 'add that the choice is theirs',
    ko: '"최종 선택은 고객님께서"를 덧붙여 주세요',
  },
  moment: (context) =>
    means(context, ...CHOICES) ||
    isSizeQuestion(context) ||
    says(context, /哪个(?:好看|好|合适|更)|[的色码米]还是[^,。!?]{1,8}(?:好|合适|呢|\?|$)/),
  fault: (text) => {
    if (asks(text) || has(text, 'rider') || holds(text)) return undefined
    if (DECIDES.test(text.text)) return 'plain'
    return VERDICT.test(text.text) || has(text, 'recommending') ? 'slight' : undefined
  },
})
const DECIDES =
  /别选|必须(?:买|选|拍|穿|要)|直接拍[a-z\d]|那您(?:穿|拍|选)(?!错)|就选[^,。!?]{1,10},别|准没错|听我的|显老|不(?:要|能)选/

/** R66: a choice that does not suit is named early. */
export const unsuitable = momentRule({
  id: 'R66',
  level: 'warn',
  says: {
    zh: '顾客的选择可能不合适，要提前说明并给替代',
    en: 'this choice may not suit: say so now and offer another',
    ko: '맞지 않을 수 있는 선택입니다. 미리 알리고 대안을 제시해 주세요',
  },
  moment: (context) => isWrongSize(context) || RISKS.some(({ of }) => says(context, of)),
  find: (text, context) => {
    const affirmed = AFFIRMS.exec(text.text)
    if (!affirmed || WARNS.test(text.text)) return []
    const goods = `${context.waiting ?? ''} ${text.text}`
    if (!isWrongSize(context) && !RISKS.some((risk) => says(context, risk.of) && risk.goods.test(goods))) return []
    return [{ ...text.at(affirmed.index, affirmed.index + affirmed[0].length), level: grade(context, 'warn', 'plain') }]
  },
})
/** The size chosen is known not to fit. */
const isWrongSize = (context: GuardContext) =>
  /^(?:small|large|none)$/.test(String(knownValue(context, 'size.asked') ?? ''))
const AFFIRMS =
  /(?:^|[,。!~]|亲|款)(?:合适|可以|能(?:用|穿|吃|喝)|没问题)(?!吗|么|参考|看看|的?话)|下单吧|您拍吧|fine for|suits you|괜찮/
const WARNS =
  /없|아직|않|대신|어려|更|比|暂时|没有|您定|参考|不(?:太|建议|合适|适合|能|要|推荐)|建议(?!您?(?:下单|拍|买))|偏[大小]|小心|慎|过敏(?:的话|史)|咨询|医生|测试|注意|但|不过|核实|确认|查/
/** Who should not have what: allergies and their cause, pregnancy and heels. */
const RISKS = [
  {
    of: /(?:乳胶|花生|坚果|牛奶|羊毛|酒精|海鲜|鸡蛋|大豆)过敏|对(?:乳胶|花生|坚果|牛奶|羊毛|酒精|海鲜|鸡蛋|大豆)/,
    goods: /乳胶|花生|坚果|牛奶|奶|羊毛|酒精|海鲜|虾|蛋|豆/,
  },
  { of: /怀孕|孕妇|孕期/, goods: /高跟|[5-9]公分|[5-9]cm|酒|咖啡|薏|山楂|束腰|塑身/ },
]
