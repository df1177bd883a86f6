import { before } from './reading.ts'

export type Measure = 'height' | 'weight' | 'foot_length' | 'chest' | 'waist' | 'hip'

const LABEL =
  /(?:(?<height>身高|净身高|个子|个头|(?<![价提])高|키|height|tall)|(?<weight>体重|净重|重量?|몸무게|체중|weight|weigh(?:s|ing)?)|(?<foot_length>脚长|脚|内长|발\s?길이|발|foot length|feet|foot)|(?<chest>胸围|上围|胸|bust|chest|가슴둘레|가슴)|(?<waist>腰围|腰|waist|허리둘레|허리)|(?<hip>臀围|臀|hips?|엉덩이둘레|엉덩이))\s?(?:是|为|大概|大约|约|有|就|才|在|差不多|:|is|are|of|about|around|는|가|은|이|,)*\s?$/
const MEASURES = ['height', 'weight', 'foot_length', 'chest', 'waist', 'hip'] as const

/** The body measure that the words right before `index` name: "身高是|165", "waist |28". */
export function measureLabel(text: string, index: number): Measure | undefined {
  const groups = LABEL.exec(before(text, index, 14))?.groups
  return groups && MEASURES.find((measure) => groups[measure] !== undefined)
}

export const CENTIMETRE = /\s?(?:cm|厘米|公分|센치|센티미터|센티)(?![a-z])/y
/** 1: 斤, 2: kg, 3: lb. "多" and "来" ("一百多斤") may stand before the unit. */
export const WEIGHT_UNIT =
  /\s?[多来几]?\s?(?:(斤)|(公斤|千克|kgs?(?![a-z])|kilos?(?![a-z])|킬로그램|킬로|키로)|(lbs?(?![a-z])|pounds?(?![a-z])))/y
export const BABY = /宝|孩|娃|婴|闺女|儿子|女儿|小朋友|岁|纸尿裤|尿不湿|baby|아기|아이|애기|신생아|기저귀/
