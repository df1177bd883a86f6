import { type Dimension, named, type Trait } from './dimension.ts'

const care = (matter: string, trait: Trait): Dimension => ({
  matter,
  fields: ['care'],
  traits: [trait],
})

/** Care: a card says what to do and what to leave; what it does not mention is not known. */
export const CARE: readonly Dimension[] = [
  {
    matter: 'wash',
    fields: ['care'],
    traits: [
      {
        says: named('机洗', 'machine washing', '세탁기 세탁'),
        asked: /机洗|洗衣机|machine|washer|세탁기/,
        yes: /机洗|machine wash|gentle (?:machine )?cycle|세탁망/,
        no: /避免沾水|不(?:可|能|要)机洗|(?:仅|只能|只可)手洗|hand wash only|avoid water|물에? ?(?:닿|묻|젖)/,
      },
      {
        says: named('手洗', 'hand washing', '손세탁'),
        asked: /手洗|hand.?wash|손세탁|손빨래/,
        no: /避免沾水|avoid water|물에? ?(?:닿|묻|젖)/,
      },
    ],
  },
  {
    matter: 'water',
    fields: ['care'],
    weak: true,
    traits: [
      {
        says: named('水洗', 'washing', '물세탁'),
        asked:
          /(?<!可)水洗|下水|(?:能|可以|可|能不能|可不可以)洗|沾水|washable|(?:can|may) (?:i|you|we|it|they)(?: be)? wash|물세탁|빨 수|빨아|세탁 가능|세탁해도/,
        yes: /机洗|手洗|冷水洗|轻柔洗|清水擦洗|\bwash\b|세탁/,
        no: /避免沾水|不可水洗|avoid water|keep away from water|물에? ?(?:닿|묻|젖)/,
      },
    ],
  },
  care('soak', {
    says: named('浸泡', 'soaking', '담가 두기'),
    asked: /浸泡|泡(?:着|在|水|洗|久)|能泡|可以泡|soak\w*|담가|담궈|불려/,
    yes: /浸泡|soak/,
    no: /담가 두지 말/,
  }),
  care('wring', {
    says: named('拧干', 'wringing', '비틀어 짜기'),
    asked: /拧|\bwring|비틀|짜도/,
    yes: /拧|\bwring|비틀/,
  }),
  care('sun', {
    says: named('暴晒', 'direct sun', '직사광선'),
    asked: /暴晒|太阳|晒|\bsun(?:light)?\b|햇볕|햇빛|직사광선/,
    yes: /暴晒|日晒|\bsun\b|햇볕|햇빛|직사광선/,
  }),
  care('hot water', {
    says: named('热水洗', 'hot water', '뜨거운 물 세탁'),
    asked: /热水|开水|烫水|(?:hot|warm) (?:water|wash)|뜨거운 ?물|따뜻한 ?물/,
    yes: /热水洗|hot water/,
    no: /30度以下|冷水|below 30|cold water|30도 이하|찬물/,
  }),
  care('cold water', {
    says: named('冷水洗', 'cold water', '찬물 세탁'),
    asked: /冷水|凉水|cold (?:water|wash)|찬물/,
    yes: /冷水|cold water|찬물/,
  }),
  care('separate', {
    says: named('单独洗', 'washing apart', '단독 세탁'),
    asked: /单独洗|分开洗|(?:wash\w*|washed) (?:it |them )?(?:separately|apart)|단독 ?세탁|따로 (?:빨|세탁)/,
    yes: /单独|深浅分开|separately|apart|단독|따로/,
  }),
  care('mixed', {
    says: named('混洗', 'washing with other clothes', '같이 세탁'),
    asked: /一起洗|混洗|(?:wash|washed) .*(?:with|together)|같이 (?:빨|세탁)|함께 (?:빨|세탁)/,
    yes: /可混洗/,
    no: /单独|深浅分开|separately|apart|단독|따로/,
  }),
  care('dry clean only', {
    says: named('干洗', 'dry cleaning', '드라이클리닝'),
    asked:
      /(?:要|只能|必须|得)干洗|dry.?clean only|(?:needs?|have|has) (?:to be )?dry.?clean|드라이(?:클리닝)?만|드라이(?:클리닝)?(?:을)? ?해야/,
    yes: /干洗|dry.?clean/,
    no: /机洗|手洗|冷水洗|轻柔洗|\bwash\b|세탁/,
  }),
  care('dry clean', {
    says: named('干洗', 'dry cleaning', '드라이클리닝'),
    asked: /(?<!要|只能|必须|得)干洗|dry.?clean(?!.*only)|드라이/,
    yes: /干洗|dry.?clean|드라이/,
  }),
  care('iron', {
    says: named('熨烫', 'ironing', '다림질'),
    asked: /熨|烫(?=一|平|吗|不|衣)|\biron\w*|다림/,
    yes: /(?<!少)熨|\biron|다림/,
  }),
  care('tumble', {
    says: named('烘干', 'tumble drying', '건조기'),
    asked: /烘干|tumble|dryer|건조기/,
    yes: /烘干|tumble|건조기/,
  }),
  care('bleach', {
    says: named('漂白剂', 'bleach', '표백제'),
    asked: /漂白(?=剂|水)|84|bleach(?!ed)|표백제|락스/,
    yes: /漂白|bleach|표백/,
  }),
  care('spin', {
    says: named('甩干', 'spinning', '탈수'),
    asked: /甩干|脱水|\bspin|탈수/,
    yes: /甩干|脱水|\bspin|탈수/,
  }),
]
