import { type Dimension, named } from './dimension.ts'

/** Who may use it: only who is named is promised anything. */
export const WHOM: readonly Dimension[] = [
  ...(
    [
      [
        'baby',
        named('宝宝', 'babies', '아기'),
        /宝宝|婴儿|新生儿|\b(?:bab(?:y|ies)|newborns?|infants?)\b|아기|신생아|영아/,
        /宝宝(?!贝)|婴儿|新生儿|\b(?:bab(?:y|ies)|newborns?)\b|아기|신생아/,
      ],
      [
        'child',
        named('孩子', 'children', '아이'),
        /孩子|小孩|儿童|小朋友|\b(?:child(?:ren)?|kids?)\b|아이(?!보|스)|어린이/,
        /孩子|小孩|儿童|宝贝|\b(?:children|kids)\b|아이|아동/,
      ],
      [
        'elder',
        named('老人', 'older people', '어르신'),
        /老人|长辈|爸妈|父母|奶奶|爷爷|\b(?:elderly|old people|parents|grand\w+)\b|어르신|부모님|노인/,
        /(?<!送)(?:老人|长辈)|父母|elderly|older people|부모님|어르신/,
      ],
      ['pregnant', named('孕妇', 'pregnancy', '임산부'), /孕|pregnan|임산부|임신/, /孕|pregnan|임산부/],
      [
        'sensitive',
        named('敏感肌', 'sensitive skin', '민감성 피부'),
        /敏感|sensitive|민감/,
        /敏感肌|sensitive skin|민감한 피부/,
      ],
      ['student', named('学生', 'students', '학생'), /学生|student|학생/, /学生|student|학생/],
      ['diabetic', named('糖尿病', 'diabetes', '당뇨'), /糖尿|血糖|diabet|당뇨/, /糖尿|diabet|당뇨/],
      [
        'adult',
        named('大人', 'adults', '성인'),
        /大人|成人|成年|\badults?\b|어른|성인/,
        /大人|成人|\badults\b|어른|성인/,
      ],
    ] as const
  ).map(
    ([matter, says, asked, yes]): Dimension => ({
      matter,
      fields: ['suits', 'usage'],
      weak: true,
      about: 'suits',
      traits: [{ says, asked, yes }],
    }),
  ),
  {
    matter: 'allergy',
    fields: ['safety'],
    traits: [
      {
        says: named('过敏', 'allergies', '알레르기'),
        asked: /过敏|allerg|알레르기|알러지/,
        yes: /防过敏/,
        no: /过敏的不要|contains|함유/,
      },
    ],
  },
  {
    matter: 'infant standard',
    fields: ['safety'],
    traits: [{ says: named('A类标准', 'the infant class A standard', '영유아 A등급'), asked: /a类|class a|a등급/ }],
  },
  {
    matter: 'food contact',
    fields: ['safety'],
    traits: [
      {
        says: named('食品接触标准', 'food-contact standards', '식품 접촉 기준'),
        asked: /食品级|食品接触|food.?(?:grade|contact|safe)|식품(?:용| 접촉)/,
        yes: /食品级|食品接触|food-contact|식품 접촉/,
      },
    ],
  },
]
