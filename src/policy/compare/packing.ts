import { type Dimension, named, type Trait } from './dimension.ts'
import type { Field } from './field.ts'

const FIELDS: readonly Field[] = ['package', 'spec', 'feature', 'title']
const pack = (matter: string, trait: Trait): Dimension => ({ matter, fields: FIELDS, traits: [trait] })

/** How it is packed and what comes with it. */
export const PACKING: readonly Dimension[] = [
  pack('single packs', {
    says: named('独立小包', 'single packs', '개별 포장'),
    asked: /独立|单独(?:小)?包装|小包装|小包的|一小包|individual\w*|single.?packs?|separately wrapped|개별|낱개/,
    yes: /独立|小泡装|individual|single (?:packs|boxes)|개별/,
  }),
  pack('gift box', {
    says: named('礼盒', 'a gift box', '선물 상자'),
    asked: /礼盒|礼品盒|gift.?box\w*|선물 ?(?:상자|박스|세트|포장)/,
    yes: /礼盒|gift box|선물 ?(?:상자|세트)/,
  }),
  pack('gift bag', {
    says: named('手提袋', 'a gift bag', '쇼핑백'),
    asked: /礼袋|手提袋|提袋|手袋|gift bag|carrier bag|쇼핑백|선물 ?봉투/,
    yes: /礼袋|手提袋|提袋|gift bag|with a bag|쇼핑백|선물 봉투/,
  }),
  pack('lid', {
    says: named('盖子', 'a lid', '뚜껑'),
    asked: /带盖|盖子|有盖(?!碗)|\blids?\b|뚜껑|캡/,
    yes: /带盖|\blid\b|캡/,
  }),
  pack('vacuum', { says: named('真空包装', 'vacuum packing', '진공 포장'), asked: /真空|vacuum|진공/ }),
  pack('resealable', {
    says: named('自封袋', 'a resealable bag', '지퍼백'),
    asked: /自封|封口|reseal\w*|지퍼백/,
    yes: /自封|resealable|지퍼백/,
  }),
  pack('ice', { says: named('冰袋', 'ice packs', '아이스팩'), asked: /冰袋|冰包|ice packs?|아이스팩/ }),
  pack('opener', {
    says: named('开果器', 'an opener', '오프너'),
    asked: /开果器|开壳器|opener|오프너/,
    yes: /开果器|opener|오프너/,
  }),
  {
    matter: 'container',
    fields: ['package', 'spec'],
    exclusive: true,
    traits: [
      {
        says: named('罐装', 'a tin', '통'),
        asked: /罐|铁盒|\b(?:tins?|cans?(?= or|$))\b|캔(?!버스)|틴|통에/,
        yes: /罐|铁盒|\btin\b|캔|틴|통|용기/,
      },
      {
        says: named('袋装', 'a bag', '봉지'),
        asked: /袋(?=装|子|的|吗|还)|\bbags?\b|봉지/,
        yes: /自封袋|袋装|一袋|\bbag\b(?! on)|지퍼백|봉/,
      },
      { says: named('瓶装', 'a bottle', '병'), asked: /瓶|bottle|(?<![가-힣])병/ },
      {
        says: named('纸盒装', 'a cardboard box', '종이 상자'),
        asked: /纸盒|(?<!铁|礼)盒装|cardboard box|종이 ?상자/,
        yes: /纸盒|盒装|cardboard box/,
      },
    ],
  },
]
