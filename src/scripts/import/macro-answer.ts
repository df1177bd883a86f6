import { type Entry, isObject, objects, text } from './entry.ts'
import { htmlOf, plainText } from './html-text.ts'

/** The one of a macro's actions that answers. */
export interface MacroAnswer {
  readonly is: (action: Entry) => boolean
  readonly said: (action: Entry) => string
  readonly say: (text: string, action: Entry | undefined) => Entry
}

/** The text of the answer among actions, and whether there is more in them than that text. */
export function answered(
  actions: unknown,
  { is, said, say }: MacroAnswer,
): { readonly said: string; readonly isAll: boolean } {
  const action = objects(actions).find(is)
  const found = action ? said(action) : ''
  return { said: found, isAll: JSON.stringify(actions) === JSON.stringify([say(found, undefined)]) }
}

/** The actions with the answer said so; the others stay, and so does an answer that says it already. */
export function answering(actions: unknown, wanted: string, { is, said, say }: MacroAnswer): Entry[] {
  const kept = objects(actions)
  const place = kept.findIndex(is)
  if (place < 0) return [say(wanted, undefined)]
  return said(kept[place]!) === wanted ? kept : kept.with(place, say(wanted, kept[place]))
}

export const GORGIAS: MacroAnswer = {
  is: ({ name }) => name === 'setResponseText',
  said({ arguments: given }) {
    const body = isObject(given) ? given : {}
    return text(body.body_text) || plainText(text(body.body_html))
  },
  say: (body_text, action) => ({
    ...(action ?? { name: 'setResponseText', title: 'Add response text', type: 'user' }),
    arguments: { ...omitted(action?.arguments, 'body_html'), body_text },
  }),
}

export const ZENDESK: MacroAnswer = {
  is: ({ field }) => field === 'comment_value' || field === 'comment_value_html',
  said({ field, value }) {
    const found = text(Array.isArray(value) ? value.at(-1) : value)
    return field === 'comment_value_html' ? plainText(found) : found
  },
  say(said, { field = 'comment_value', value } = {}) {
    const written = field === 'comment_value_html' ? htmlOf(said) : said
    return { field, value: Array.isArray(value) ? value.with(-1, written) : written }
  },
}

const omitted = (given: unknown, name: string): Entry =>
  Object.fromEntries(Object.entries(isObject(given) ? given : {}).filter(([one]) => one !== name))
