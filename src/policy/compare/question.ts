import type { Question } from './asked.ts'

/** Ends a question. A comma ends a Chinese one; in English and Korean it stands before a tag ("right?"). */
const SENTENCE =
  /[?!。;]+|\.(?!\d)|(?<=[\u3400-\u9fff])[, ](?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]),|,(?=[\u3400-\u9fff])/

/** Questions that want more than yes or no. */
const OPEN =
  /什么|啥|哪(?!怕)|多少|怎么|咋|如何|为何|谁|多(?:大|重|长|高|久|宽|厚)|几(?!乎)|区别|\b(?:what|which|how|when|where|who|whose|why)\b|뭐|뭔|무엇|무슨|어떤|어느|얼마|몇|언제|어디|어떻게|누구|왜|차이/
/** Matters of trade, not of the goods: other scripts answer them. */
const TRADE =
  /发货|快递|物流|顺丰|圆通|中通|韵达|包邮|邮费|运费|寄|退(?!色)|换(?!洗|着)|券|优惠|便宜|打折|折扣|活动|满减|赠品|送.*(?:礼物|赠)|发票|有货|现货|库存|补货|上架|赔|到货|几天到|钱|价|付款|拍|下单|订单|预售|正品|保真|假货|仿|客服|在吗|有人|合适|好(?:看|吃|喝|用|不好)|质量|推荐|评价|尺码|穿[smlx\d]|码|实拍|色差|免运|无理由|一号|\d高|调成|改成|哈喇|馊|霉|变质|鼓|断了|管不管|少发|发错|坏了|破了|收到|签收|链接|照片|图片|\b(?:ship|shipping|deliver\w*|refund|return\w*|discount|coupon|cheaper|price|cost|stock|order|invoice|exchange|genuine|authentic|(?<!pack )size|fit me|sale|track\w*|review\w*|restock\w*|available|warranty|recommend|picture|photo|deal|swap|medium|large|replacement|send me)\b|배송|택배|환불|반품|교환|할인|쿠폰|가격|비싸|재고|품절|재입고|주문|결제|정품|사이즈|출고|도착|영수증|사은품|추천|후기|실물|프라이데이|싸|\d호|너무|심하|눅눅|쩐내/

const CUE_ZH =
  /[吗吧嘛么]|(?<![也都])(?:是不是|有没有|会不会|能不能|可不可以|可否|是否|对不对|要不要)|([\u3400-\u9fff])不\1|(?![还都也我并就从])[\u3400-\u9fff][不没]$/
const CUE_EN =
  /^(?:and |so |but |hi |hello |hey |ok |sorry )*(?:is|are|was|does|do|did|can|could|will|would|has|have|should|isn't|aren't|doesn't|don't|won't|can't)\b|\b(?:right|correct|yes|is it|isn't it|are they|aren't they|does it|doesn't it|do they|don't they)$/
const CUE_KO = /(?:나요|까요|가요|죠|지요|습니까|입니까|ㅂ니까|건가|인가)[~^]*$/

/** A-not-A asks, it does not deny. */
const A_NOT_A = /是不是|有没有|会不会|能不能|可不可以|可以不可以|对不对|要不要|([\u3400-\u9fff])不\1/g
const TAGS_ZH = /(?:是吧|对吧|对吗|是吗|对不对|是不是|没错吧|不是吗)$/
const TAGS_EN = /,? ?(?:right|correct|yes|is it|isn't it|are they|aren't they|does it|doesn't it|do they|don't they)$/
const DENIAL_ZH = /不(?!锈|错|同|好意思|知|干胶)|没(?!关系)|无(?!纺|骨|缝|线|痕|论)|未(?!来)|非(?!常)|免(?=洗|烫|熨)/g
const DENIAL_EN = /\b(?:not|no|without|never|none|non)\b|n't\b|-free\b|\bfree(?: of|$)/g
const DENIAL_KO = /(?<![가-힣])안(?= |들|빠|비|되|줄|해)|않|없|아니|아닌|무(?=첨가|향|알코올|설탕|표백)|못 /g
/** 不是纯棉的吗, isn't it cotton, 면 아닌가요: the speaker takes it to be so. */
const RHETORICAL =
  /不是.*[吗嘛]|难道|^(?:and |so |but )*(?:isn't|aren't|doesn't|don't|won't|can't)\b|아닌가|아니(?:에요|예요|었)/
const PART =
  /有|含|带|加|配|送|\b(?:have|has|contain\w*|with|include\w*|come with|any|in (?:it|these|them))\b|있|들어|함유|포함/

/** The yes-or-no and either-or questions of a text in matching form, the newest first. */
export function questionsOf(words: string): Question[] {
  const questions: Question[] = []
  for (const [clause, mark] of clausesOf(words)) {
    const question = readQuestion(clause, mark)
    if (question) questions.unshift(question)
  }
  return questions
}

/** Clauses with the mark that ended each. */
function clausesOf(words: string): (readonly [string, string])[] {
  const clauses: (readonly [string, string])[] = []
  let from = 0
  for (const { 0: mark, index } of words.matchAll(new RegExp(SENTENCE, 'g'))) {
    clauses.push([words.slice(from, index).trim(), mark])
    from = index + mark.length
  }
  clauses.push([words.slice(from).trim(), ''])
  return clauses.filter(([clause]) => clause !== '')
}

function readQuestion(clause: string, mark: string): Question | undefined {
  const text = clause.replace(/[~^\ue000 ]+$/, '')
  const asks = mark.includes('?') || CUE_ZH.test(text) || CUE_EN.test(text) || CUE_KO.test(text)
  const either = /还是(?!.{0,3}吧)|\bor\b|아니면|(?:인가요|예요|이에요),? .*(?:인가요|예요|이에요)$/.test(text)
  if (!(asks || either) || OPEN.test(text) || TRADE.test(text)) return undefined
  return {
    text,
    either,
    loose: !asks,
    negated: !either && isNegated(text),
    part: PART.test(text.replace(/有没有/, '有')),
  }
}

function isNegated(text: string): boolean {
  const bare = text
    .replace(TAGS_ZH, '')
    .replace(TAGS_EN, '')
    .replace(A_NOT_A, '')
    .replace(/[不没]$/, '')
  const denials = [DENIAL_ZH, DENIAL_EN, DENIAL_KO].reduce((sum, denial) => sum + (bare.match(denial)?.length ?? 0), 0)
  return (denials - (denials > 0 && RHETORICAL.test(bare) ? 1 : 0)) % 2 === 1
}
