/** The two files of a new store, ready to load; comments say what each part does and what may be left out. */
export function storeSkeleton(id: string, pack?: string): { readonly store: string; readonly products: string } {
  return { store: storeYaml(id, pack), products: PRODUCTS }
}

function storeYaml(id: string, pack: string | undefined): string {
  return `# What the store promises. Replies say only what stands here; what is left out is never claimed.
# 店铺承诺：没写的内容，话术不会说。
id: ${id}
name: {zh: 我的小店, en: My shop, ko: 우리 가게}
timezone: Asia/Shanghai
currency: CNY
# Languages the agents write in, the main one first. 客服使用的语言，第一个为主
locales: [zh]

# Scripts of a trade beside those for everybody, one or more of data/packs. 行业话术包，可写多个
${pack ? '' : '# '}packs: [${pack ?? 'clothing'}]

# The voice. 语气：称呼（亲、宝贝、客官，""不称呼）、自称（可写 客服{agent}）、表情（none 不用 / light 照话术 / rich 多用）、
# 语气词（只留这些：哦 喔 噢 哟 哈 呀 啦 呢，[] 都不用）、正式程度（casual / neutral / formal）、网络用语
persona:
  you: 亲
  self: 小二
  emoji: light
  # particles: [哦, 呢]
  # formality: formal
  # slang: false

# Any value may differ by channel, region or date. 任何一项都可以按渠道、地区、日期区分，例如：
#   dispatchHours:
#     - {value: 24, only: {channel: jd}}
#     - {value: 48}
shipping:
  origin: 浙江杭州
  dispatchHours: 48
  # Orders before this time go out the same working day at the earliest. 截单时间
  cutoff: "16:00"
  # 1 = Monday. 仓库上班日，1 为周一
  workweek: [1, 2, 3, 4, 5, 6]
  # Weight of an ordinary parcel, for postage before a product is named (kg). 默认包裹重量，公斤
  assumedKg: 1
  couriers:
    - {id: zto, name: {zh: 中通, en: ZTO, ko: 중통택배}}
  defaultCourier: zto
  # first: up to firstKg (1 kg), next: each further started kg. 首重、续重（元）
  zones:
    - id: near
      name: 江浙沪
      regions: [江苏, 浙江, 上海]
      fees: {zto: {first: 5, next: 2}}
      transit: {min: 1, max: 3, weekends: true}
    - id: rest
      name: 其他地区
      regions: [北京, 天津, 河北, 山东, 安徽, 福建, 广东, 湖北, 湖南, 江西, 河南, 四川, 重庆, 陕西]
      fees: {zto: {first: 10, next: 10}}
      transit: {min: 2, max: 5, weekends: true}
  # Free postage from this amount; leave out when there is none. 满额包邮（元），不包邮就删掉
  freeThreshold: 59

# Prices and stock told longer ago are not said for sure (90m, 24h, 7d, never). 价格、库存多久没更新就不再打包票
# freshness: {price: 3d, stock: 1d}

payment:
  methods: [支付宝, 微信支付]

# Fixed prices: replies stay friendly and give nothing. 议价：fixed 不议价
bargain:
  mode: fixed

# Rewording by a language model, where the service has one: unasked for the first suggestion? 大模型润色
rewrite:
  automatic: false
  tone: store
  perHour: 300

# Never below the statutory 7 days; name exempt goods in exempt. 七天无理由是法定底线，例外类目写在 exempt
returns:
  noReasonDays: 7
  feePayer: 非质量问题退回的运费由买家承担
  qualityFee: 来回运费由店铺承担

refund:
  days: {min: 1, max: 3}

service:
  hours: {from: "09:00", to: "23:00"}

# Within how many minutes an agent comes back after "let me check". 答应顾客的回复时限
followup:
  minutes: 30

# How sure a message must be understood before replies that answer it are offered, 0..1; below it only questions are asked.
# 理解消息的把握达到多少才给出回答类话术（0 到 1），低于它只会先问清楚；不写则用默认值
# understanding:
#   threshold: 0.6
`
}

const PRODUCTS = `# One card per product. Attributes are printed in the middle of a sentence: short phrases without a full stop.
# 每个商品一张卡；属性会直接写进句子里，用短语，不带句号。
products:
  - id: "100000000001"
    # Numbers of the same product on the platforms. 各平台的商品编号
    externalIds: {taobao: "100000000001"}
    title: {zh: 示例 纯棉短袖T恤, en: Example cotton T-shirt}
    shortName: {zh: 纯棉T恤, en: cotton T-shirt}
    # What shoppers call it. 顾客常用的叫法
    aliases: [短袖T恤]
    # clothing, kids, snacks, tea, wipes, other
    category: clothing
    price: 59
    # kg as packed. 含包装重量，公斤
    weight: 0.3
    # Leave stock out when you do not want it to be said. 不想透露库存就删掉 stock
    variants:
      - {sku: t-white-m, colour: 白色, size: M, stock: 20}
      - {sku: t-white-l, colour: 白色, size: L, stock: 12}
    attributes:
      material: {zh: 100%棉, en: 100% cotton}
      season: 春夏
      feature: 领口加固
    care: 30度以下机洗
    # Body measures in cm and kg, the smallest size first. 身高厘米、体重公斤，从小码到大码
    sizeChart:
      kind: adult
      rows:
        - {size: M, height: [155, 168], weight: [45, 58]}
        - {size: L, height: [165, 178], weight: [57, 72]}
`
