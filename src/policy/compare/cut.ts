import { type Dimension, named } from './dimension.ts'

/** How a garment is cut, and for whom. */
export const CUT: readonly Dimension[] = [
  {
    matter: 'sleeve',
    fields: ['title', 'feature'],
    exclusive: true,
    traits: [
      {
        says: named('短袖', 'short sleeves', '반팔'),
        asked: /短袖|short.?sleeve|반팔/,
        yes: /短袖|short.?sleeve|t-?shirt|반팔/,
      },
      { says: named('长袖', 'long sleeves', '긴팔'), asked: /长袖|long.?sleeve|긴팔|긴 ?소매/ },
      { says: named('无袖', 'sleeveless', '민소매'), asked: /无袖|sleeveless|민소매/ },
    ],
  },
  {
    matter: 'collar',
    fields: ['title', 'feature'],
    exclusive: true,
    traits: [
      { says: named('圆领', 'a crew neck', '라운드넥'), asked: /圆领|crew.?neck|round.?neck|라운드/ },
      { says: named('V领', 'a V-neck', '브이넥'), asked: /v领|v.?neck|브이넥/ },
      { says: named('高领', 'a high neck', '터틀넥'), asked: /高领|turtle.?neck|터틀넥|목폴라/ },
      { says: named('翻领', 'a collar', '카라'), asked: /翻领|polo/ },
    ],
  },
  {
    matter: 'waist',
    fields: ['title', 'feature'],
    exclusive: true,
    traits: [
      { says: named('高腰', 'a high waist', '하이웨이스트'), asked: /高腰|high.?waist(?:ed)?|하이웨이스트/ },
      { says: named('低腰', 'a low waist', '로우웨이스트'), asked: /低腰|low.?waist(?:ed)?|로우웨이스트/ },
    ],
  },
  {
    matter: 'elastic waist',
    fields: ['feature', 'advantage', 'benefit', 'title'],
    traits: [
      {
        says: named('松紧腰', 'an elastic waist', '고무줄 허리'),
        asked: /松紧|皮筋|elastic waist|고무줄|밴딩/,
        yes: /松紧|elastic waist|고무줄/,
      },
    ],
  },
  {
    matter: 'cut',
    fields: ['title', 'feature', 'suits'],
    exclusive: true,
    traits: [
      { says: named('宽松', 'loose', '루즈핏'), asked: /宽松|loose|oversized?|루즈|오버핏/, yes: /宽松|loose|루즈/ },
      {
        says: named('修身', 'slim', '슬림핏'),
        asked: /修身|紧身|\bslim|\btight|슬림/,
        yes: /修身|收腰|fitted|슬림|허리 라인/,
      },
      { says: named('直筒', 'straight', '일자핏'), asked: /直筒|straight|일자/ },
      { says: named('阔腿', 'wide-leg', '와이드'), asked: /阔腿|喇叭|wide.?leg|와이드/ },
    ],
  },
  {
    matter: 'gender',
    fields: ['title', 'suits'],
    exclusive: true,
    traits: [
      {
        says: named('男款', "men's", '남성용'),
        asked: /男(?!女)|\b(?:men|man|boys?|male|guys?|husband)\b|남자|남성|남아/,
        yes: /男|unisex|\b(?:men|boys)\b|남녀|남성|남아/,
      },
      {
        says: named('女款', "women's", '여성용'),
        asked: /(?<!男|闺|孙)女(?!儿|朋友)|\b(?:women|woman|girls?|female|ladies)\b|여자|여성|여아/,
        yes: /女|unisex|\b(?:women|girls)\b|남녀|여성|여아/,
      },
      { says: named('男女同款', 'unisex', '남녀공용'), asked: /男女|unisex|남녀/, yes: /男女|unisex|남녀/ },
    ],
  },
]
