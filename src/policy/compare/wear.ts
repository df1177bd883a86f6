import { type Dimension, named } from './dimension.ts'
import type { Field } from './field.ts'

const LOOKS: readonly Field[] = ['feature', 'advantage', 'benefit', 'thickness', 'material', 'title']

/** What shoppers ask of things to wear: season, thickness, what is on it, how it behaves. */
export const WEAR: readonly Dimension[] = [
  {
    matter: 'season',
    fields: ['season'],
    exclusive: true,
    traits: [
      {
        says: named('春季', 'spring', '봄'),
        asked: /春|spring|(?<!가)봄/,
        yes: /春|四季|spring|all seasons|(?<!가)봄|사계절/,
      },
      {
        says: named('夏季', 'summer', '여름'),
        asked: /夏(?!威)|summer|여름/,
        yes: /夏|四季|summer|all seasons|spring to autumn|여름|사계절|봄~가을/,
      },
      {
        says: named('秋季', 'autumn', '가을'),
        asked: /秋|autumn|\bfall\b|가을/,
        yes: /秋|四季|autumn|all seasons|가을|사계절/,
      },
      {
        says: named('冬季', 'winter', '겨울'),
        asked: /冬|winter|겨울|한겨울/,
        yes: /冬|四季|winter|all seasons|autumn to spring|겨울|사계절|가을~봄/,
      },
    ],
  },
  {
    matter: 'thickness',
    fields: ['thickness', 'material'],
    exclusive: true,
    traits: [
      {
        says: named('厚', 'thick', '두께감'),
        asked: /厚(?!薄)|thick|heavy ?weight|두꺼|두껍|도톰/,
        yes: /厚|thick|두꺼|도톰/,
      },
      {
        says: named('薄', 'thin', '얇은 두께'),
        asked: /薄|\bthin\b|light ?weight|얇/,
        yes: /薄|\bthin\b|\blight\b|얇/,
      },
      {
        says: named('厚薄适中', 'medium weight', '보통 두께'),
        asked: /适中|medium.?(?:weight|thick)|보통 두께|적당한 두께/,
        yes: /适中|medium|보통|적당/,
      },
    ],
  },
  {
    matter: 'sheer',
    fields: ['thickness'],
    traits: [{ says: named('透', 'see-through', '비침'), asked: /透(?!气|风|湿|明|水)|see.?through|sheer|비치|비침/ }],
  },
  {
    matter: 'breathable',
    fields: LOOKS,
    traits: [
      {
        says: named('透气', 'breathable', '통기성'),
        asked: /透气|闷热?(?!烧)|breath|통기|통풍/,
        yes: /透气|不闷|breathes|breathable|통기|통풍/,
      },
    ],
  },
  {
    matter: 'lining',
    fields: LOOKS,
    traits: [
      {
        says: named('内衬', 'a lining', '안감'),
        asked: /内衬|里布|衬里|内里(?!.*绒)|\blin(?:ing|ed)\b|안감(?!.*기모)/,
        yes: /内衬|里布|\blin(?:ing|ed)\b|안감/,
      },
    ],
  },
  {
    matter: 'hood',
    fields: LOOKS,
    traits: [{ says: named('帽子', 'a hood', '모자'), asked: /帽(?!绳)|\bhood(?:ed|s)?\b|모자|후드/ }],
  },
  {
    matter: 'drawstring',
    fields: LOOKS,
    traits: [{ says: named('抽绳', 'a drawstring', '조임끈'), asked: /抽绳|帽绳|绳子|drawstrings?|조임끈|끈/ }],
  },
  {
    matter: 'pocket',
    fields: LOOKS,
    traits: [
      {
        says: named('口袋', 'pockets', '주머니'),
        asked: /口袋(?!装)|兜|pockets?|주머니|포켓/,
        yes: /(?:有|带|个)(?:口袋|兜)|with pockets|주머니/,
      },
    ],
  },
  { matter: 'zip', fields: LOOKS, traits: [{ says: named('拉链', 'a zip', '지퍼'), asked: /拉链|zip(?:per)?|지퍼/ }] },
  {
    matter: 'fleece',
    fields: ['material', 'feature', 'title'],
    traits: [
      {
        says: named('加绒', 'a fleece lining', '기모'),
        asked: /加绒|抓绒|绒里|(?<![鸭鹅羽])绒的|内里.*绒|fleece|brushed|기모/,
        yes: /加绒|抓绒|fleece|brushed|기모/,
      },
    ],
  },
  {
    matter: 'stretch',
    fields: LOOKS,
    traits: [
      {
        says: named('弹力', 'stretch', '신축성'),
        asked: /弹力|弹性|有弹|微弹|高弹|弹不弹|stretch|elastic|신축|스판|늘어나(?=나|는)/,
        yes: /微弹|高弹|四面弹|有弹|弹力|松紧|stretch|elastic|신축|고무줄/,
      },
    ],
  },
  {
    matter: 'windproof',
    fields: LOOKS,
    traits: [{ says: named('防风', 'windproof', '방풍'), asked: /防风|挡风|wind.?proof|방풍/ }],
  },
  {
    matter: 'waterproof',
    fields: LOOKS,
    traits: [
      {
        says: named('防水', 'waterproof', '방수'),
        asked: /防水|防雨|防泼水|water.?(?:proof|resistant|repellent)|방수/,
      },
    ],
  },
  {
    matter: 'warm',
    fields: LOOKS,
    weak: true,
    traits: [
      {
        says: named('保暖', 'warm', '보온'),
        asked: /保暖|暖和|御寒|\bwarm\b|따뜻|보온/,
        yes: /保暖|暖和|\bwarm\b(?! days| weather)|따뜻|보온/,
      },
    ],
  },
  {
    matter: 'nonslip',
    fields: LOOKS,
    traits: [
      {
        says: named('防滑', 'non-slip', '미끄럼 방지'),
        asked: /防滑|打滑|滑不滑|non.?slip|slippery|anti.?slip|grip|미끄/,
        yes: /防滑|non.?slip|anti.?slip|grip|미끄럼 방지/,
      },
    ],
  },
  {
    matter: 'itchy',
    fields: LOOKS,
    traits: [
      {
        says: named('扎皮肤', 'itchy', '까슬거림'),
        asked: /扎(?:皮肤|人|身|肉|不扎)?|itch\w*|scratchy|따갑|까슬/,
        yes: /扎|itch|scratch|따갑|까슬/,
      },
    ],
  },
  {
    matter: 'pilling',
    fields: LOOKS,
    traits: [{ says: named('起球', 'pilling', '보풀'), asked: /起球|起毛|\bpill(?:s|ing)?\b|보풀/ }],
  },
  {
    matter: 'creasing',
    fields: LOOKS,
    traits: [{ says: named('起皱', 'creasing', '구김'), asked: /皱|creas\w*|wrinkl\w*|구김|구겨/ }],
  },
  {
    matter: 'shrinking',
    fields: LOOKS,
    traits: [{ says: named('缩水', 'shrinking', '수축'), asked: /缩水|shrink|줄어/, yes: /缩水|shrink|수축/ }],
  },
  {
    matter: 'shape',
    fields: LOOKS,
    traits: [
      {
        says: named('变形', 'losing its shape', '변형'),
        asked: /变形|松垮|走形|lose its shape|out of shape|변형|늘어(?:지|나)/,
        yes: /变形|容易松|늘어(?:지|나지)/,
      },
    ],
  },
]
