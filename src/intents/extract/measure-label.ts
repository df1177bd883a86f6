import { before } from './reading.ts'

export type Measure = 'height' | 'weight' | 'foot_length' | 'chest' | 'waist' | 'hip'

const LABEL =
  /(?:(?<height>身[高搞稿]|净身高|个子|个头|(?<![价提])高|(?<![가-힣])(?:제|내)?키|height|tall)|(?<weight>体[重中]|斤数|净重|(?<![承载限负自称超毛加])重量?|몸무게|체중|weight|weigh(?:s|ing)?)|(?<foot_length>脚(?:长|底板?|板|掌)?|内长|(?<![가-힣])발\s?(?:길이|실측|사이즈)|실측|(?<![가-힣])발|foot length|feet|foot|insole)|(?<chest>胸围|上围|胸|(?<![a-z])bust|chest|가슴둘레|가슴)|(?<waist>腰围|腰|waist|허리둘레|허리)|(?<hip>臀围|胯围|臀|胯|屁股|(?<![a-z])hips?|엉덩이둘레|엉덩이))\s?(?:是|为|大概|大约|约|有|就|才|在|差不多|量[着了出来]{0,2}|:|=|is|are|of|about|around|only|just|roughly|like|measures?|size|는|가|은|이|도|,|\s)*$/
/** A letter of every label: three families ask about each number, and few messages have one. */
const ANY_LABEL =
  /身|体|斤数|个[子头]|高|重|脚|内长|围|胸|腰|臀|胯|屁|[키몸체발실가허엉]|height|tall|weigh|f[oe][oe]t|insole|bust|chest|waist|hip/
let last = { text: '', labelled: false }
const MEASURES = ['height', 'weight', 'foot_length', 'chest', 'waist', 'hip'] as const

/** The body measure that the words right before `index` name: "身高是|165", "waist |28". */
export function measureLabel(text: string, index: number): Measure | undefined {
  if (text !== last.text) last = { text, labelled: ANY_LABEL.test(text) }
  if (!last.labelled) return undefined
  // only English needs many letters
  const groups = LABEL.exec(before(text, index, text.charCodeAt(index - 2) < 0x80 ? 22 : 14))?.groups
  return groups && MEASURES.find((measure) => groups[measure] !== undefined)
}

export const CENTIMETRE = /\s?(?:cm|厘米|公分|센치|센티미터|센티)(?![a-z])/y
/** 1: 斤, 2: kg, 3: lb, 4: stone, with 5: pounds ("9 st 4"). "多" and "来" ("一百多斤") may stand before the unit. */
export const WEIGHT_UNIT =
  /\s?[多来几]?\s?(?:(斤)|(公斤|千克|kgs?(?![a-z])|kilos?(?![a-z])|킬로그램|킬로|키로)|(lbs?(?![a-z])|pounds?(?![a-z])(?! sterling))|(st(?:ones?)?(?![a-z])(?:\s?(\d{1,2})(?!\d)(?:\s?(?:lbs?|pounds?)(?![a-z]))?)?))/y
export const BABY =
  /宝|孩|娃|婴|双胞胎|闺女|儿子|女儿|小朋友|岁|纸尿裤|尿不湿|baby|toddler|infant|newborn|napp(?:y|ies)|diapers?|(?<![a-z])(?:lo|kids?|child|son|daughter)(?![a-z])|(?:years?|yrs?|months?)[ -]old|아기|아이|애기|신생아|기저귀|남아|여아|아들|딸(?!기)|[\d네섯]\s?살/
