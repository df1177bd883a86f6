import { hash } from 'node:crypto'
import { detectLocale, intentsOf, normalise, readClauses } from '../../intents/index.ts'
import type { ImportReport, ImportRow, Intent, Locale, ScriptChange } from '../../protocol/index.ts'
import { BETWEEN, meaningOf, type Phrase, type Proposal, proposeFor, translateVariables } from '../../scripts/index.ts'
import type { SuggestDeps } from '../../suggest/index.ts'
import { createPauses } from '../in-slices.ts'
import { findingsIn } from '../library/script-view.ts'
import type { PhraseSource } from '../library/stored-edit.ts'
import type { ReadFile } from './read-phrases.ts'

/** What a file of phrases comes to: the changes that bring it in, and what is told of each row. */
export interface Planned {
  readonly changes: readonly ScriptChange[]
  readonly sources: ReadonlyMap<string, PhraseSource>
  readonly report: Omit<ImportReport, 'store' | 'importId'>
}

export interface ImportInput {
  readonly file: ReadFile
  readonly deps: SuggestDeps
  /** Absent = the language of each text. */
  readonly locale?: Locale | undefined
  /** How often a script was written, and whether it is of use now. */
  readonly standing: (id: string) => { readonly version: number; readonly isThere: boolean }
  readonly now: number
}

/** From this confidence on a phrase is filed under what is proposed; below it agents find it by its words. */
const SURE = 0.35
const NEAR = 0.6
const SAME = 1
/** As many as a script may have. */
const WORDINGS = 50
/** What agents typed to get a phrase they type to find its script; what is longer stands in the note only. */
const CODE = /^\S{1,20}$/

/** Plans an import beside live conversations; writes nothing. */
export async function planImport({ file, deps, locale, standing, now }: ImportInput): Promise<Planned> {
  const findings = findingsIn(deps, deps.store.locales[0]!, now)
  const read = reader(deps)
  const pause = createPauses()
  const changes: ScriptChange[] = []
  const sources = new Map<string, PhraseSource>()
  const rows: ImportRow[] = file.faults.map((fault) => ({ ...fault, outcome: 'fault' }))
  const unmapped = new Map<string, number>()
  /** Of this file: the row in which a script, or a short code, stood first. */
  const rowOf = new Map<string, number>()
  const rowOfCode = new Map<string, number>()
  for (const { row, ...phrase } of file.phrases) {
    await pause()
    const { texts, asked, leftOut } = meaningOf(file.format, phrase)
    if (texts.length === 0 || texts.length > WORDINGS) {
      const isEmpty = texts.length === 0
      const message = isEmpty ? 'it has no words' : `more than ${WORDINGS} ways to say it`
      rows.push({
        row,
        outcome: 'fault',
        kind: isEmpty ? 'empty' : 'too_many',
        message,
        ...(leftOut.length > 0 ? { leftOut: [...leftOut] } : {}),
      })
      continue
    }
    const translated = texts.map(translateVariables)
    const templates = translated.map((one) => one.template)
    const template = templates.join(BETWEEN)
    const strange = new Set(translated.flatMap((one) => one.unmapped))
    for (const variable of strange) unmapped.set(variable, (unmapped.get(variable) ?? 0) + 1)
    const spoken = locale ?? localeOf(phrase, deps.store.locales[0]!)
    const id = idOf(template, spoken)
    const { version, isThere } = standing(id)
    const sameRow = rowOf.get(id)
    if (sameRow !== undefined || isThere) {
      rows.push({ row, outcome: 'same', id, sameAs: id, ...(sameRow === undefined ? {} : { sameRow }) })
      continue
    }
    rowOf.set(id, row)
    // keywords are what shoppers say, not what the phrase is called
    const names = [phrase.group, phrase.title, asked.length > 0 ? '' : phrase.code]
    const name = names.filter((one) => /\p{L}{2}/u.test(one)).join(' ')
    const proposal = proposeFor(template, name, spoken, deps.library, (given) => read(given, spoken), asked)
    if (texts.length === 1 && proposal.nearest?.likeness === SAME) {
      rows.push({ row, outcome: 'same', sameAs: proposal.nearest.scriptId })
      continue
    }
    const script = scriptOf(id, spoken, templates, phrase, proposal)
    const found = findings(
      { ...script, tier: 'answer', when: {}, for: [], argument: [], asks: [], required: false },
      undefined,
    )
    // words without the picture they speak of are for a lead to judge
    const isLacking = strange.size > 0 || leftOut.length > 0
    const isDraft = isLacking || phrase.isOff || found.some(({ verdict }) => verdict === 'block')
    const code = phrase.code.toLowerCase()
    const codeOfRow = rowOfCode.get(code)
    if (code !== '' && codeOfRow === undefined) rowOfCode.set(code, row)
    sources.set(id, { format: file.format, template, phrase })
    changes.push({ id, op: 'put', version, script, ...(isDraft ? { status: 'draft' } : {}) })
    rows.push({
      row,
      outcome: isDraft ? 'draft' : 'new',
      id,
      ...(proposal.nearest && proposal.nearest.likeness >= NEAR ? { near: proposal.nearest } : {}),
      intents: [...proposal.intents],
      category: script.category,
      stage: proposal.stage,
      ...(codeOfRow === undefined ? {} : { codeOfRow }),
      ...(phrase.isOff ? { isOff: true as const } : {}),
      ...(script.intents.length === 0 ? { unfiled: true as const } : {}),
      ...(strange.size > 0 ? { unmapped: [...strange] } : {}),
      ...(leftOut.length > 0 ? { leftOut: [...leftOut] } : {}),
      ...(found.length > 0 ? { findings: found } : {}),
    })
  }
  rows.sort((a, b) => a.row - b.row)
  const count = (outcome: ImportRow['outcome']) => rows.filter((one) => one.outcome === outcome).length
  return {
    changes,
    sources,
    report: {
      format: file.format,
      encoding: file.encoding,
      counts: { new: count('new'), draft: count('draft'), same: count('same'), fault: count('fault') },
      unmapped: [...unmapped].map(([variable, count]) => ({ variable, rows: count })),
      rows,
    },
  }
}

function scriptOf(
  id: string,
  locale: Locale,
  templates: readonly string[],
  phrase: Omit<Phrase, 'row'>,
  proposal: Proposal,
) {
  const isSure = (proposal.intents[0]?.confidence ?? 0) >= SURE
  const note = [phrase.group, phrase.title, phrase.code].filter((one) => one !== '').join(' · ')
  return {
    id,
    ...(CODE.test(phrase.code) ? { code: phrase.code } : {}),
    locale,
    category: (isSure && proposal.category) || 'C999',
    intents: isSure ? proposal.intents.filter(({ confidence }) => confidence >= SURE).map(({ name }) => name) : [],
    note,
    wordings: templates.map((text) => ({ open: text, short: text })),
  }
}

/** The same words are the same script, however often they are imported. */
function idOf(template: string, locale: Locale): string {
  return `own.${locale}.${hash('sha1', normalise(template).text, 'hex').slice(0, 16)}`
}

function localeOf({ language, text }: Omit<Phrase, 'row'>, usual: Locale): Locale {
  const tag = language.slice(0, 2).toLowerCase()
  return tag === 'zh' || tag === 'en' || tag === 'ko' ? tag : detectLocale(text, usual)
}

/** What a text means by itself. Groups have few names, and phrases the same ones: each is read once. */
function reader({ analyse: { models } }: SuggestDeps) {
  const known = new Map<string, readonly Intent[]>()
  return (text: string, locale: Locale) => {
    const key = `${locale} ${text}`
    const model = models[locale]
    const intents = known.get(key) ?? intentsOf(model, readClauses(model, text))
    known.set(key, intents)
    return intents
  }
}
