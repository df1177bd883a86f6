import type { Line } from '../localised.ts'
import type { Asked, Finding, Matter, Question, Reading } from './asked.ts'
import { type CardLine, lineOf } from './field.ts'
import { saidOf } from './polarity.ts'

interface Stuff {
  readonly id: string
  readonly says: Line
  readonly words: string
  /** What it may be made of, or what it is a kind of: naming it does not exclude these. */
  readonly perhaps?: readonly string[]
  /** What it is for certain. */
  readonly is?: readonly string[]
}

const stuff = (id: string, zh: string, en: string, ko: string, words: string, more: Partial<Stuff> = {}): Stuff => ({
  id,
  says: { zh, en, ko },
  words,
  ...more,
})

const STUFFS: readonly Stuff[] = [
  stuff(
    'cotton',
    '棉',
    'cotton',
    '면',
    '棉(?!服|衣|袄|柔|签|花糖|纸)|cotton(?! tissue)|순면|코튼|(?<![가-힣])면(?!도|세|허|이 아니|상|접)',
  ),
  stuff('organic', '有机棉', 'organic cotton', '유기농 면', '有机棉|organic cotton|유기농', { is: ['cotton'] }),
  stuff('combed', '精梳棉', 'combed cotton', '코마사', '精梳棉|combed cotton|코마사', { is: ['cotton'] }),
  stuff('linen', '麻', 'linen', '리넨', '亚麻|苎麻|棉麻|麻料|麻的|linen|리넨|린넨'),
  stuff(
    'polyester',
    '聚酯纤维',
    'polyester',
    '폴리에스터',
    '聚酯(?:纤维)?|涤纶|的确良|polyester|폴리에스[터테]르?|폴리(?=[ 인예]|$)',
  ),
  stuff('nylon', '锦纶', 'nylon', '나일론', '锦纶|尼龙|nylon|나일론'),
  stuff('elastane', '氨纶', 'elastane', '스판', '氨纶|莱卡|elastane|spandex|lycra|스판(?:덱스)?'),
  stuff('viscose', '粘纤', 'viscose', '레이온', '粘纤|粘胶|人棉|人造棉|viscose|rayon|레이온'),
  stuff('modal', '莫代尔', 'modal', '모달', '莫代尔|modal|모달'),
  stuff('acrylic', '腈纶', 'acrylic', '아크릴', '腈纶|acrylic|아크릴'),
  stuff('synthetic', '化纤', 'synthetic fibre', '합성섬유', '化纤|synthetic|합성 ?섬유'),
  stuff('wool', '羊毛', 'wool', '울', '羊毛|羊绒|wool|cashmere|양모|울(?=[ 인이소함]|$)|캐시미어'),
  stuff('silk', '真丝', 'silk', '실크', '真丝|桑蚕丝|蚕丝|丝绸|silk|실크'),
  stuff('chiffon', '雪纺', 'chiffon', '쉬폰', '雪纺|chiffon|쉬폰|시폰', {
    perhaps: ['polyester', 'silk', 'synthetic'],
  }),
  stuff('canvas', '帆布', 'canvas', '캔버스', '帆布(?!鞋(?!面))|canvas(?! shoe)|캔버스(?!화)', {
    perhaps: ['cotton', 'linen', 'polyester'],
  }),
  stuff(
    'leather',
    '真皮',
    'real leather',
    '가죽',
    '真皮|牛皮|头层|皮的|皮质|皮面|皮革|(?:real|genuine|cow|full.?grain)?.?leather|가죽|소가죽',
  ),
  stuff(
    'pu',
    '人造革',
    'artificial leather',
    '인조가죽',
    "人造革|仿皮|(?<![a-z])pu(?![a-z'])|faux leather|vegan leather|인조 ?가죽|합성 ?피혁",
  ),
  stuff('rubber', '橡胶', 'rubber', '고무', '橡胶|rubber|고무(?!줄)'),
  stuff('duck', '鸭绒', 'duck down', '덕다운', '鸭绒|duck|덕다운|오리털', { is: ['down'] }),
  stuff('goose', '鹅绒', 'goose down', '구스다운', '鹅绒|goose|구스|거위털', { is: ['down'] }),
  stuff(
    'down',
    '羽绒',
    'down',
    '다운',
    '羽绒(?!服)|鸭绒|鹅绒|含绒量|绒子|\\bdown\\b(?! jacket)|덕다운|구스다운|오리털',
  ),
  stuff('nonwoven', '无纺布', 'non-woven fabric', '부직포', '无纺布?|水刺|non-?woven|spunlace|부직포|스펀레이스', {
    perhaps: ['cotton', 'viscose', 'polyester', 'pulp', 'synthetic'],
  }),
  stuff('pulp', '木浆', 'wood pulp', '펄프', '木浆|原浆|原木|(?:wood )?pulp|펄프'),
  stuff('bamboo', '竹浆', 'bamboo', '대나무', '竹(?:浆|纤维)|bamboo|대나무'),
  stuff('recycled', '再生纸', 'recycled paper', '재생지', '再生|recycled|재생'),
  stuff('glass', '玻璃', 'glass', '유리', '玻璃|glass|유리'),
  stuff('borosilicate', '高硼硅玻璃', 'borosilicate glass', '붕규산 유리', '高硼硅|borosilicate|붕규산', {
    is: ['glass'],
  }),
  stuff(
    'ceramic',
    '陶瓷',
    'porcelain',
    '도자기',
    '陶瓷|白瓷|骨瓷|瓷(?=的|器|吗|还)|ceramic|porcelain|도자기|백자|세라믹(?! 레인지)',
  ),
  stuff('clay', '紫砂', 'clay', '자사', '紫砂|clay|자사(?=호|로)'),
  stuff('304', '304不锈钢', '304 steel', '304 스테인리스', '304', { is: ['steel'] }),
  stuff('316', '316不锈钢', '316 steel', '316 스테인리스', '316', { is: ['steel'] }),
  stuff('steel', '不锈钢', 'stainless steel', '스테인리스', '不锈钢|steel|스테인리스|스텐'),
  stuff('plastic', '塑料', 'plastic', '플라스틱', '塑料|plastic|플라스틱'),
  stuff('wood', '木头', 'wood', '나무', '木头|实木|木质|wooden|나무(?!\\s)'),
]
const BY_ID = new Map(STUFFS.map((one) => [one.id, one]))
const PATTERN = new Map(STUFFS.map(({ id, words }) => [id, new RegExp(words)]))
const SYNTHETIC = ['polyester', 'nylon', 'acrylic', 'elastane']
/** Percent up to which a stuff is only an admixture. */
const LITTLE = 30
const GRADES = ['304', '316']

const PURE_BEFORE = /(?:纯|全|100%|百分之?百|百分百)(?:的)?$|\b(?:pure|100%|all|only|solid|fully)[ -]$|순 ?$/
const PURE_AFTER = /^(?:含量)?(?:是|有)?(?:100%|百分之?百)|^ ?100 ?%/
const SHARE = /(\d+(?:\.\d+)?) ?(?:%|percent|프로|퍼센트)/

/** What it is made of: 纯棉, 80%棉, 鸭绒还是鹅绒. */
export const material: Matter = (question) => {
  const { text } = question
  const found = STUFFS.flatMap(({ id }) => {
    const hit = PATTERN.get(id)!.exec(text)
    return hit ? [{ id, start: hit.index, end: hit.index + hit[0].length }] : []
  })
  // 有机棉 is asked about, not 棉 within it
  const most = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || BY_ID.get(other.id)?.is?.includes(one.id)),
      ),
  )
  return most.map(({ id, start, end }): Asked => askedOf(id, start, end, question))
}

function askedOf(id: string, start: number, end: number, question: Question): Asked {
  const { text } = question
  const pure =
    /^(?:순면)/.test(text.slice(start, end)) ||
    PURE_BEFORE.test(text.slice(0, start)) ||
    PURE_AFTER.test(text.slice(end))
  const share = pure ? undefined : SHARE.exec(text)?.[1]
  const { zh, en, ko } = BY_ID.get(id)!.says
  const says = pure ? { zh: `纯${zh}`, en: `100% ${en}`, ko: `${ko} 100%` } : { zh, en, ko }
  const wanted = pure ? 100 : share === undefined ? undefined : Number(share)
  const least = !pure && /有|以上|超过|至少|at least|more than|이상/.test(text)
  return { matter: 'material', at: end, says, judge: (reading) => judge(reading, id, wanted, least, question.part) }
}

function judge(
  { card, locale }: Reading,
  id: string,
  share: number | undefined,
  least: boolean,
  part: boolean,
): Finding {
  const line = lineOf(card, 'material', locale)
  if (!line) return byOtherLines({ card, locale }, id, share)
  const finding = (state: Finding['state']): Finding => ({ state, field: 'material', shown: line.shown })
  const present = namedIn(line)
  if (id === 'synthetic')
    return finding(SYNTHETIC.some((one) => present.has(one)) ? 'yes' : isWhole(line) ? 'no' : 'unknown')
  if (share !== undefined && present.has(id)) {
    const shares = sharesOf(line, id)
    if (shares.length === 0) return finding(present.size > 1 && share === 100 && !mayBe(present, id) ? 'no' : 'unknown')
    // every part of it must reach what was asked
    return finding(shares.every((one) => one === share || (least && one > share)) ? 'yes' : 'no')
  }
  if (present.has(id)) {
    const most = Math.max(...sharesOf(line, id), 0)
    // a little of it makes no 羊毛衫: who asks what it is hears the whole
    return finding(!part && most > 0 && most <= LITTLE ? 'some' : 'yes')
  }
  // 100%棉 may be organic: the card does not say
  if (isKindOf(present, id)) return finding('unknown')
  // cotton may be woven or not: the shares tell the fibre, not the cloth
  if (BY_ID.get(id)?.perhaps?.some((one) => present.has(one))) return finding('unknown')
  if (isWhole(line)) return finding('no')
  if (present.size === 0 || mayBe(present, id)) return finding('unknown')
  // a part may be left out of the list; a grade of steel excludes another
  if (part && !GRADES.includes(id)) return finding('unknown')
  return finding('no')
}

/** Without a line on the material a name or feature may still say so; it says nothing of shares. */
function byOtherLines(
  { card, locale }: Pick<Reading, 'card' | 'locale'>,
  id: string,
  share: number | undefined,
): Finding {
  for (const field of ['feature', 'title'] as const) {
    const line = lineOf(card, field, locale)
    if (share === undefined && line?.forms.some((form) => saidOf(PATTERN.get(id)!, form) === 'yes'))
      return { state: 'yes', field, shown: field === 'title' ? BY_ID.get(id)!.says[locale] : line.shown }
  }
  return { state: 'unknown' }
}

function namedIn({ forms }: CardLine): Set<string> {
  const present = new Set<string>()
  for (const { id, is } of STUFFS)
    if (forms.some((form) => saidOf(PATTERN.get(id)!, form) === 'yes'))
      for (const one of [id, ...(is ?? [])]) present.add(one)
  return present
}

/** True when something the line names may be made of it. */
function mayBe(present: ReadonlySet<string>, id: string): boolean {
  return [...present].some((one) => BY_ID.get(one)?.perhaps?.includes(id))
}

/** True when only the kind it belongs to is named: down for 鹅绒, but not where the down is 鸭绒. */
function isKindOf(present: ReadonlySet<string>, id: string): boolean {
  const kinds = BY_ID.get(id)?.is ?? []
  const others = [...present].some((one) => BY_ID.get(one)?.is?.some((kind) => kinds.includes(kind)))
  return !others && kinds.some((kind) => present.has(kind))
}

/** The percentages a line gives of one stuff: 98%棉, 面 98%. */
function sharesOf({ forms }: CardLine, id: string): number[] {
  const words = PATTERN.get(id)!.source
  const before = new RegExp(`(\\d+(?:\\.\\d+)?) ?% ?(?:[\\u3400-\\u9fff]{0,2}|[a-z]+ )?(?:${words})`, 'g')
  const after = new RegExp(`(?:${words})(?: ?[가-힣]+)? (\\d+(?:\\.\\d+)?) ?%`, 'g')
  for (const form of forms) {
    const shares = [...form.matchAll(/[가-힣]/.test(form) ? after : before)].map((hit) => Number(hit[1]))
    if (shares.length > 0) return shares
  }
  return []
}

/** True when the shares of a line make up the whole: what it does not name is not in it. */
function isWhole({ forms }: CardLine): boolean {
  return forms.some((form) => {
    const shares = [...form.matchAll(/(\d+(?:\.\d+)?) ?%/g)].map((hit) => Number(hit[1]))
    const sum = shares.reduce((total, share) => total + share, 0)
    return sum > 0 && sum % 100 === 0 && !/填充|filling|down\b|充|다운/.test(form)
  })
}
