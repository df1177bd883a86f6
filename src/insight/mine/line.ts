import { isSlotName, normalise, SLOTS } from '../../intents/index.ts'

/** A line of a past chat, without the personal data that is recognised. */
export interface MinedLine {
  readonly role: 'shopper' | 'agent'
  readonly text: string
}

const FIGURES = /\p{N}+(?:\.\p{N}+)?/gu
const VOICE =
  /亲亲?们?|客官|[您你]好|请问|麻烦问?一?下|我想问一?下|可以|能不能|能|你们家?|你家|您家?|你|我们?|那个?|这个|这款|好吧|老板|掌柜|在吗|谢谢|[哦呢呀啊哈噢吗吧嘛呗滴哒哎嗯的了]|\b(?:hi|hello|please|thanks)\b/gu
const SLOT = /\{\{([\w.]+)\}\}/g
const NO_LETTER = /[^\p{L}\p{N}]+/gu

/** What of a line counts when two are held to say the same: letters without figures, greetings and particles, in capitals; a slot by what it is called. May be empty. */
export function keyOfLine(text: string): string {
  // in capitals no line is called like a property that every object has
  const spoken = text.replace(SLOT, (_, slot: string) =>
    isSlotName(slot) && SLOTS[slot].from !== 'persona' ? SLOTS[slot].says.zh : '',
  )
  const bare = normalise(spoken).text.replace(/\[[a-z_]+\]/g, '0')
  return bare.replace(FIGURES, '0').replace(VOICE, '').replace(NO_LETTER, '').toUpperCase()
}
