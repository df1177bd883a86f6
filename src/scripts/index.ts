export { checkScript, OWN_CATEGORY, type ScriptFault } from './check-script.ts'
export { type Situation, unmet, unmetIn } from './conditions.ts'
export { type Filled, fill } from './fill.ts'
export * from './import/index.ts'
export { joined } from './joined.ts'
export {
  createLibrary,
  type Entry,
  type Form,
  type Library,
  libraryInSteps,
  type Shelf,
  type Traits,
} from './library.ts'
export { type LibraryFault, type LintOptions, lintLibrary, type Placed } from './lint.ts'
export { type FoundBy, type Lookup, lookUp, type Match, mayBePinyin, plainLookup } from './lookup.ts'
export * from './overlay/index.ts'
export { Argument, SCRIPT_EVENTS, type Script, ScriptFile, ScriptRecord, type When, type Wording } from './record.ts'
export { type Candidate, type Query, retrieve } from './retrieve.ts'
export { saidScript } from './said-script.ts'
export { createSearchIndex, type Hit, type SearchIndex, termsOf } from './search-index.ts'
export { slotUses } from './slot-uses.ts'
export { type Spell, type SpelledShelf, spellShelf } from './spelled-shelf.ts'
export { factSlots, parseTemplate, type Template } from './template.ts'
export { plainVoice, voiced } from './voice/voiced.ts'
