import { type Dimension, named, type Trait } from './dimension.ts'
import type { Field } from './field.ts'

const FIELDS: readonly Field[] = ['safety', 'ingredients', 'feature']
const contents = (matter: string, trait: Trait): Dimension => ({
  matter,
  fields: FIELDS,
  about: 'ingredients',
  traits: [trait],
})

/** What is in it. A list of ingredients denies nothing it leaves out: somebody may be allergic. */
export const CONTENTS: readonly Dimension[] = [
  contents('sugar', {
    says: named('糖', 'sugar', '설탕'),
    asked: /(?<!焦|冰)糖(?!味|尿)|甜味剂|sugar|설탕|당(?=이|은) 들/,
    yes: /糖|sugar|설탕/,
  }),
  contents('salt', {
    says: named('盐', 'salt', '소금'),
    asked: /(?<!椒)盐(?!焗|味)|\bsalt(?!ed)\b|소금(?!후추)/,
    yes: /盐|\bsalt\b|소금/,
  }),
  contents('alcohol', {
    says: named('酒精', 'alcohol', '알코올'),
    asked: /酒精|alcohol|알코올|알콜/,
    yes: /酒精|alcohol|알코올/,
  }),
  contents('fragrance', {
    says: named('香精', 'fragrance', '향료'),
    asked: /香精|香料(?!味)|fragrance|perfume|scent(?:ed)?\b|unscented|향료|향이 (?:강|나|들)/,
    yes: /香精|fragrance|향료/,
  }),
  contents('brightener', {
    says: named('荧光剂', 'optical brighteners', '형광제'),
    asked: /荧光|bright?ener|fluorescen|형광/,
    yes: /荧光|bright?ener|형광/,
  }),
  contents('preservative', { says: named('防腐剂', 'preservatives', '방부제'), asked: /防腐剂|preservative|방부제/ }),
  contents('additive', { says: named('添加剂', 'additives', '첨가제'), asked: /添加剂|additive|첨가제|첨가물/ }),
  contents('colouring', { says: named('色素', 'colouring', '색소'), asked: /色素|colou?ring|색소/ }),
  contents('formaldehyde', {
    says: named('甲醛', 'formaldehyde', '포름알데히드'),
    asked: /甲醛|formaldehyde|포름알데히드/,
  }),
  contents('smell', {
    says: named('异味', 'a smell', '냄새'),
    asked: /异味|刺鼻|味道(?=大|重)|\bsmell|odou?r|냄새/,
    yes: /有异味/,
    no: /无异味|没有异味/,
  }),
  contents('peanut', { says: named('花生', 'peanuts', '땅콩'), asked: /花生|peanut|땅콩/ }),
  contents('walnut', { says: named('核桃', 'walnuts', '호두'), asked: /核桃|walnut|호두/ }),
  contents('cashew', { says: named('腰果', 'cashews', '캐슈넛'), asked: /腰果|cashew|캐슈/ }),
  contents('almond', {
    says: named('巴旦木', 'almonds', '아몬드'),
    asked: /巴旦木|扁桃仁|杏仁|almond|아몬드/,
    yes: /巴旦木|扁桃仁|杏仁|almond|아몬드/,
  }),
  contents('nuts', {
    says: named('坚果', 'nuts', '견과류'),
    asked: /含坚果|有坚果|\bnuts?\b(?!.*free from)|견과/,
    yes: /坚果|\bnuts\b|견과/,
  }),
  contents('milk', {
    says: named('奶', 'milk', '우유'),
    asked: /牛奶|奶粉|乳制品|含奶|有奶|\b(?:milk|dairy)\b|우유|유제품/,
    yes: /奶|乳|\bmilk\b|\bbutter\b|우유/,
  }),
  contents('egg', {
    says: named('蛋', 'eggs', '계란'),
    asked: /鸡蛋|含蛋|有蛋(?!黄)|\beggs?\b|계란|달걀/,
    yes: /鸡蛋|和蛋|\beggs?\b|계란|달걀/,
  }),
  contents('gluten', {
    says: named('麸质', 'gluten', '글루텐'),
    asked: /麸质|gluten|글루텐/,
    yes: /麸质|小麦|gluten|wheat|글루텐|밀(?:가루)?/,
  }),
  contents('butter', {
    says: named('动物黄油', 'real butter', '동물성 버터'),
    asked: /动物黄油|动物奶油|real butter|동물성/,
    yes: /动物黄油|real butter|동물성 버터/,
  }),
  contents('margarine', {
    says: named('人造黄油', 'margarine', '마가린'),
    asked: /植物奶油|植物黄油|人造黄油|人造奶油|植脂|margarine|마가린|식물성/,
    no: /动物黄油|real butter|동물성 버터/,
  }),
  contents('bleached', { says: named('漂白', 'bleaching', '표백'), asked: /漂白(?!剂|水)|bleached|표백(?!제)/ }),
  {
    matter: 'meat',
    fields: ['ingredients', 'title'],
    exclusive: true,
    list: true,
    traits: [
      {
        says: named('牛肉', 'beef', '소고기'),
        asked: /牛肉(?!干)|\bbeef\b(?! jerky)|소고기(?! 육포)/,
        yes: /牛肉|\bbeef\b|소고기/,
      },
      { says: named('猪肉', 'pork', '돼지고기'), asked: /猪肉|\bpork\b|돼지/ },
      { says: named('鸡肉', 'chicken', '닭고기'), asked: /鸡肉|chicken|닭/ },
      { says: named('羊肉', 'lamb', '양고기'), asked: /羊肉|lamb|mutton|양고기/ },
    ],
  },
  {
    matter: 'tea',
    fields: ['title', 'ingredients'],
    exclusive: true,
    traits: [
      { says: named('绿茶', 'green tea', '녹차'), asked: /绿茶|green tea|녹차/ },
      { says: named('红茶', 'black tea', '홍차'), asked: /红茶|black tea|홍차/ },
      { says: named('乌龙茶', 'oolong', '우롱차'), asked: /乌龙|oolong|우롱/ },
      { says: named('普洱', "pu'er", '보이차'), asked: /普洱(?=茶?吗|的)|pu'?er(?= tea)/, yes: /普洱|pu'?er|보이차/ },
    ],
  },
  {
    matter: 'rawness',
    fields: ['title', 'feature', 'ingredients'],
    exclusive: true,
    traits: [
      {
        says: named('生的', 'raw', '생것'),
        asked: /生(?=的|吗|还|普|茶|[,?]|$)|\braw\b|생(?:것|보이|으로|인)/,
        yes: /生普|生茶|\braw\b|생보이/,
      },
      {
        says: named('熟的', 'ripe (cooked)', '익힌 것'),
        asked: /熟|\b(?:cooked|ripe|roasted)\b|숙(?:보이|차)|익(?:은|힌)/,
        yes: /熟|盐焗|烤|水煮|\b(?:cooked|ripe|roasted|boiled)\b|숙보이|구운|삶/,
      },
    ],
  },
]
