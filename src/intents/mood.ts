import type { Mood, Register } from '../protocol/index.ts'

/** Signals of a mood in a normalised message (playbook T12, T16, T20; word lists of section 3.8), strongest first. */
const ANGRY =
  /垃圾|骗(?:人|子|我|钱)|差评|投诉|12315|消协|工商|曝光|气死|无语|什么态度|忽悠|坑(?:人|爹|我)|黑店|奸商|不要脸|滚|妈的|他妈|操|傻|sb\b|fuck|shit|scam|ridiculous|unacceptable|worst|terrible|rip ?off|사기|짜증|최악|신고|장난해|열받/
const WORRIED =
  /着急|急(?:死|用|着|需)|急急|怎么(?:还|办|回事)|担心|害怕|怕(?:不|会|买|来)|会不会|还没(?:到|收|发)|丢了|worried|urgent|asap|still (?:not|haven't|waiting)|걱정|급해|급합|왜 안|아직도/
const HESITANT =
  /纠结|考虑|犹豫|想想|再看看|不知道(?:选|买|该)|要不要|值不值|not sure|think about|hesitat|can't decide|고민|망설/
const HAPPY =
  /哈哈|嘻嘻|太好了|好开心|喜欢|满意|好评|好吃|好用|谢谢|感谢|么么|爱你|great|awesome|love|thank|perfect|감사|좋아|최고|ㅎㅎ|\u1112\u1112/
const FORMAL = /您|请问|麻烦|贵(?:店|公司)|would you|could you (?:please|kindly)|dear|니다|십시오/
const SLANGY =
  /[亲木]有|表急|酱紫|肿么|东东|米有|神马|有木有|yyds|绝绝子|集美|姐妹|老铁|\bu\b|plz|thx|ㅋㅋ|ㅇㅇ|ㄱㄱ|\u110f\u110f|\u110b\u110b|\u1100\u1100/

/** The mood of one message; what it does not show keeps `before`, which fades to calm after a thank-you or a plain line. */
export function moodOf(text: string, before: Mood): Mood {
  const shouting = /[!！]{2,}|[?？]{2,}/.test(text)
  if (ANGRY.test(text) || (shouting && before === 'angry')) return 'angry'
  if (WORRIED.test(text) || shouting) return before === 'angry' ? 'angry' : 'worried'
  if (HESITANT.test(text)) return 'hesitant'
  if (HAPPY.test(text)) return 'happy'
  return before === 'angry' ? 'angry' : before === 'worried' ? 'worried' : 'calm'
}

/** Whether the shopper writes formally or in slang (R44, R45); neutral lines keep what was seen. */
export function registerOf(text: string, before: Register): Register {
  if (SLANGY.test(text)) return 'slangy'
  if (FORMAL.test(text)) return 'formal'
  return before
}
