const STOP = /[,.!?;。、]/

/** The clause around a place of a text in matching form, with the mark that ends it. */
function clauseAround(text: string, at: number): string {
  let start = at
  while (start > 0 && !STOP.test(text[start - 1]!)) start -= 1
  let end = at
  while (end < text.length && !STOP.test(text[end]!)) end += 1
  return text.slice(start, end + 1)
}

/** 不着急, 没有生气, 别担心, not angry; not 是不是骗人, which asks. */
const DENIED_BEFORE =
  /(?<![是要会能好可])(?:不|没|别|未|无|甭|勿|莫|非)[是有太很那么怎会用要想在再多点必什特算至于真过说来去给]{0,3}$|(?:\b(?:not|no|never|nor|without|nothing|dont|isnt|didnt|wasnt|cannot)|n't)(?: [a-z']+){0,3} $|(?:^| )안 $/
/** 급하지 않아요, 화난 거 아니고. */
const DENIED_AFTER = /^[가-힣]{0,3} ?(?:거|건|게|은|는|이|가)? ?(?:않|아니|안 ?[하해]|없)[^?]*$/
/** 这不是骗人吗 says that it is. */
const RHETORICAL = /不是.?$/
const ASKED = /[吗嘛么?][~?]?$/
const BEFORE = 26
const AFTER = 14

/** Whether the word from `start` to `end` is denied where it stands. */
export function isDenied(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start)
  if (DENIED_BEFORE.test(before)) return !(RHETORICAL.test(before) && ASKED.test(clauseAround(text, end)))
  return isHangul(text.charCodeAt(end - 1)) && DENIED_AFTER.test(text.slice(end, end + AFTER))
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7af
}

const HEARSAY =
  /(?:评论|评价|网上|有人|人家|别人|朋友|同事|邻居|我妈|我爸|家人|老公|老婆)[^,.!?;。、]{0,6}(?:说|讲|写|念叨)|有[个条人].{0,3}差评|看到?.{0,4}差评|\b(?:reviews?|friends?|sister|mum|mom|husband|wife|people|someone|site|page|colleague)\b[^,.!?;]{0,12}\b(?:say|says|said|saying|called|calls|claims?)\b|(?:후기|리뷰|친구|남편|사람들|누가)[^,.!?;]{0,14}(?:다고|라고|라는|다는|다던)/

/** Whether the clause tells what somebody else says. */
export function isHearsay(text: string, at: number): boolean {
  return HEARSAY.test(clauseAround(text, at))
}

const OPEN = /还是|(?:[吗么没]|[好是行有]不|不)[~?。.]?$|\?$/

const CONDITION = /^(?:的话|就|再|还会)/

/** Whether the clause leaves it open, as a question or a condition: neither 好看吗 nor 好看就买 says that it is. */
export function isLeftOpen(text: string, end: number): boolean {
  return CONDITION.test(text.slice(end, end + 2)) || OPEN.test(clauseAround(text, end))
}
