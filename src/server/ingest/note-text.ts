import type { Answer, Locale, Suggestion } from '../../protocol/index.ts'
import { ACTION_NAMES } from './action-names.ts'
import { NOTE_WORDS } from './note-words.ts'

/** Enough of a reply for a note; the dashboard app shows all of it. */
const REPLY_CHARS = 1_200
const REASONS = 2

/**
 * The suggestions of an answer as the Markdown of a private note: numbered, each with its tier, its words, why it is there, what is to be done and what to
 * mind. All words that are not ours to format are escaped: they are shown as they are and mention nobody.
 */
export function noteText({ suggestions }: Pick<Answer, 'suggestions'>, locale: Locale, isUpdate: boolean): string {
  const words = NOTE_WORDS[locale]
  const title = `**${words.title}**${isUpdate ? ` (${words.update})` : ''}`
  return [title, ...suggestions.map((suggestion, i) => itemText(suggestion, i + 1, locale))].join('\n\n')
}

function itemText(suggestion: Suggestion, place: number, locale: Locale): string {
  const words = NOTE_WORDS[locale]
  const { tier, text, gloss, reasons, todo, warnings } = suggestion
  const lines = [`**${place}\\. ${words[tier]}**`, escaped(text.slice(0, REPLY_CHARS))]
  if (gloss) lines.push(`${words.gloss}: ${escaped(gloss.slice(0, REPLY_CHARS))}`)
  const why = reasons.slice(0, REASONS).map(({ says }) => escaped(says))
  if (why.length > 0) lines.push(`${words.why}: ${why.join(' · ')}`)
  for (const { action, copy } of todo)
    lines.push(`☐ ${words.todo}: ${ACTION_NAMES[locale][action]}${copy ? ` — ${escaped(copy)}` : ''}`)
  for (const { rule, says } of warnings) lines.push(`⚠ ${escaped(`${rule} ${says}`)}`)
  return lines.join('\n')
}

/** Marks of Markdown lose their meaning where they would have one; a line break stays one, an empty line does not end the item. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\`*_~[\]<>]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\s*)([-+=#|])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/\n\s*\n/g, '\n')
}
