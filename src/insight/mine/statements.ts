/** Something that an agent said about the goods or the store's rules: which slot it would fill, and with what. */
export interface Stated {
  readonly slot: string
  readonly value: string
}

/** How agents state facts in Chinese; `value` is what a lead would enter. */
const PATTERNS: readonly (readonly [slot: string, pattern: RegExp])[] = [
  [
    'shipping.courier',
    /(?:默认|一般|统一|都是|基本)(?:是|都)?(?:发|走|用)?的?(?<value>[申圆中韵百][通达世](?:快递)?|顺丰|邮政|EMS|京东|极兔|天天快递)/giu,
  ],
  ['shipping.origin', /(?:从|由|在)(?<value>\p{Script=Han}{2,4}?)(?:仓库?)?(?:直接)?发(?:货|出)/gu],
  [
    'shipping.dispatch',
    /(?<value>(?:\d+(?:[-~到]\d+)?|[一二两三四五])(?:个)?(?:小时|天|个工作日)之?内?)(?:左右)?(?:就?会?|给您|都?会?|安排)*发(?:货|出)/gu,
  ],
  ['shipping.free_threshold', /满(?<value>\d+)元?(?:就|即|可以|是|都)*(?:包邮|免邮|免运费)/gu],
  ['returns.days', /(?<value>[七7十]|\d{1,2})天(?:内)?(?:无理由|(?:都)?(?:可以|支持|包)?退换)/gu],
  ['refund.days', /(?<value>\d+(?:[-~到]\d+)?个?(?:工作日|天|小时)).{0,6}(?:退款|到账)/gu],
  ['invoice.kinds', /(?:开|提供|是)(?<value>(?:增值税)?(?:普通|电子|专用|普票|专票)(?:普通)?发?票?)/gu],
  ['discount.rule', /(?<value>满\d+元?(?:立?减|送|打)\d+(?:\.\d+)?[元折]?)/gu],
  [
    'service.hours',
    /(?:上班|在线|客服|服务|工作)时间(?:是|为)?[:：]?(?<value>(?:早上?|上午)?\d{1,2}[:：点]\d{0,2}半?(?:到|至|[-~])(?:晚上?|下午)?\d{1,2}[:：点]?\d{0,2}半?)/gu,
  ],
  ['product.shelf_life', /保质期?(?:是|为|有|都是)?[:：]?(?<value>[\d一二三六九十半]+(?:[-~到]\d+)?个?(?:月|天|年))/gu],
  [
    'product.origin',
    /(?:产地|原产)(?:是|在|为|于)?[:：]?(?<value>\p{Script=Han}{2,6}?)(?=[的哦呢呀啊哈,，。!！~ ]|$)/gu,
  ],
  [
    'product.material',
    /(?:材质|面料|成分|料子)(?:是|为|都是)[:：]?(?<value>[\p{Script=Han}\d%]{1,12}?)(?=[的哦呢呀啊哈,，。!！~ ]|$)/gu,
  ],
  ['product.material', /(?:是|都是)(?<value>纯棉|全棉|真皮|羊毛|涤纶|雪纺|亚麻|牛皮|不锈钢|实木)/gu],
  [
    'product.spec',
    /(?:净含量|(?:一|每|1)[包袋盒罐瓶箱](?:里面|大概)?(?:是|有)?)(?<value>\d+(?:\.\d+)?(?:g|kg|克|斤|ml|毫升|包|袋|个|片|颗))/giu,
  ],
  [
    'product.storage',
    /(?<value>(?:放|存放?|保存)(?:在)?(?:阴凉|干燥|冰箱|冷藏|冷冻|常温)[\p{Script=Han}]{0,8}|(?:阴凉|密封|常温|冷藏)(?:干燥)?(?:处)?保存)/gu,
  ],
]

/** The facts that one line of an agent states. A question or a denial states none. */
export function statementsIn(text: string): Stated[] {
  if (/[?？吗]|不是|没有|不(?:包|能|可以)/u.test(text)) return []
  return PATTERNS.flatMap(([slot, pattern]) =>
    [...text.matchAll(pattern)].map(({ groups }) => ({ slot, value: groups!.value! })),
  )
}
