import { type Dimension, named, type Trait } from './dimension.ts'
import type { Field } from './field.ts'

const FIELDS: readonly Field[] = ['usage', 'safety', 'feature', 'advantage', 'title']
const use = (matter: string, trait: Trait): Dimension => ({ matter, fields: FIELDS, traits: [trait] })
const WORKS: readonly Field[] = ['advantage', 'feature', 'benefit']
const works = (matter: string, trait: Trait): Dimension => ({ matter, fields: WORKS, traits: [trait] })

/** What it may be used for and how it bears it. */
export const USES: readonly Dimension[] = [
  use('microwave', { says: named('微波', 'the microwave', '전자레인지'), asked: /微波|microwave|전자레인지/ }),
  use('dishwasher', { says: named('洗碗机', 'the dishwasher', '식기세척기'), asked: /洗碗机|dishwasher|식기세척기/ }),
  use('open fire', {
    says: named('明火', 'an open flame', '직화'),
    asked: /明火|燃气|煤气|open (?:flame|fire)|gas (?:stove|hob)|직화|가스레인지/,
  }),
  use('induction', { says: named('电磁炉', 'an induction hob', '인덕션'), asked: /电磁炉|induction|인덕션/ }),
  use('ceramic hob', {
    says: named('电陶炉', 'a ceramic hob', '세라믹 레인지'),
    asked: /电陶炉|ceramic hob|세라믹 ?레인지/,
  }),
  use('empty heat', {
    says: named('干烧', 'heating it empty', '빈 상태 가열'),
    asked: /干烧|heat\w* (?:it )?empty|빈 (?:상태|채)/,
    yes: /干烧|heat it empty|빈 상태 가열/,
  }),
  use('heatproof', { says: named('耐热', 'heat-proof', '내열'), asked: /耐热|耐高温|heat.?(?:proof|resistant)|내열/ }),
  use('steam', { says: named('蒸', 'steaming', '찌기'), asked: /蒸|steam|쪄|찌/ }),
  use('cold brew', { says: named('冷泡', 'cold brewing', '냉침'), asked: /冷泡|cold.?brew\w*|냉침/ }),
  use('long brew', {
    says: named('耐泡', 'several infusions', '여러 번 우리기'),
    asked: /耐泡|several (?:infusions|brews)|여러 번 우/,
    yes: /耐泡|infusions|여러 번 우|번 우려도/,
  }),
  use('hands', {
    says: named('擦手', 'hands', '손'),
    asked: /擦手|(?:on|for) (?:my |your )?hands|손(?:을|에|도)? ?(?:닦|써)/,
    yes: /擦手|\bhands\b|손/,
    no: /不要用来擦手|not for skin|피부에 사용 금지/,
  }),
  use('face', {
    says: named('擦脸', 'the face', '얼굴'),
    asked: /擦脸|洗脸|(?:on|for|my|the|your) face|얼굴|세안/,
    yes: /擦脸|洗脸|\bface\b|얼굴|세안/,
    no: /擦手擦脸,避开|not for skin|피부에 사용 금지/,
  }),
  use('bottom', { says: named('擦屁屁', 'the bottom', '엉덩이'), asked: /屁屁|屁股|bottom|엉덩이/ }),
  use('make-up', { says: named('卸妆', 'removing make-up', '화장 지우기'), asked: /卸妆|make-?up|화장/ }),
  works('wet strength', {
    says: named('湿水', 'use when wet', '물에 강함'),
    asked: /湿水|遇水|沾水(?=会|不|破)|when wet|물에 강|젖어도/,
    yes: /湿水|遇水|沾水|when wet|물에 (?:강|잘)|젖어도/,
  }),
  works('tearing', {
    says: named('破', 'tearing', '찢어짐'),
    asked: /(?:会|容易|一擦就|容不容易)(?:破|烂)|tear(?:s|ing)?\b|찢어/,
    yes: /容易(?:破|烂)|tear|fall apart|찢어/,
  }),
  works('lint', {
    says: named('掉絮', 'lint', '보풀·먼지'),
    asked: /掉絮|掉毛|掉屑|\blint|먼지/,
    yes: /掉絮|掉毛|掉屑|\blint/,
  }),
  works('leak-back', {
    says: named('回渗', 'wetness coming back', '역류'),
    asked: /回渗|反渗|leak|역류|새(?:나|는)/,
    yes: /回渗|역류/,
  }),
  works('grease', {
    says: named('清洗油污', 'grease removal', '기름때 제거'),
    asked: /去油|油污|除油|grease|degrease|기름때/,
  }),
]
