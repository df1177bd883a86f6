import type { Category } from '../card.ts'
import type { Knowledge } from './knowledge.ts'
import { type Resolvers, state } from './resolver.ts'

/** What one does with goods: what is said of food is said of no shirt, and the other way round. */
type Kind = 'food' | 'worn' | 'used'

/** Goods of the category `other` may be of any kind. */
const OF_CATEGORY: Readonly<Partial<Record<Category, Kind>>> = {
  snacks: 'food',
  tea: 'food',
  clothing: 'worn',
  kids: 'worn',
  wipes: 'used',
}

/** Words that name the kind of goods while nobody knows which product is meant. */
const NAMED: readonly (readonly [Kind, RegExp])[] = [
  [
    'food',
    /吃(?![亏惊力土])|喝|尝|零食|坚果|果干|干果|瓜子|核桃(?!木)|肉[干脯]|粽子?|青团|糕|饼干|茶叶|馊|哈喇|\b(?:eat|eating|ate|taste[sd]?|snacks?|nuts?|cookies?|food)\b|먹|드시|간식|견과|과자/,
  ],
  [
    'worn',
    /衣|裤|裙|鞋|袜|帽子|衫|[男女童]装|t恤|毛线|卫衣|羽绒|外套|围巾|\b(?:shirt|tee|dress|jeans|trousers|pants|jacket|coat|hoodie|sweater|socks?|shoes?|sneakers|boots)\b|(?<!비)옷|셔츠|바지|치마|원피스|신발|양말|자켓|코트/,
  ],
  [
    'used',
    /湿巾|纸巾|毛巾|棉柔巾|[铁炒汤煎砂奶]锅|锅(?:[底盖子]|用)|水壶|杯子|台灯|被子|枕头|面霜|乳液|口红|洗面奶|面膜|手机|耳机|充电|玩具|\b(?:wipes?|towels?|kettle|lamp|pan|pillow|cream|lipstick|phone|charger|toys?)\b|물티슈|수건|냄비|주전자|베개|이불|크림|장난감|충전/,
  ],
]

/**
 * The kind of the product spoken of, else that of the goods the words name, else that of the one in the order or of all goods of the store; undefined where it
 * stays open.
 */
function kindOf({ card, input }: Knowledge): Kind | undefined {
  const { words = '', catalogue, productId } = input
  if (card && productId !== undefined) return OF_CATEGORY[card.category]
  const named = NAMED.filter(([, pattern]) => pattern.test(words))
  if (named.length > 0) return named.length === 1 ? named[0]![0] : undefined
  if (card) return OF_CATEGORY[card.category]
  const [only, ...more] = catalogue.categories
  return only && more.length === 0 ? OF_CATEGORY[only] : undefined
}

export const GOODS_KIND: Resolvers = {
  'product.kind': (know) => state('product', kindOf(know)),
}
