export { JSON_FORMATS, type JsonFormat, readPhraseList, writePhraseList } from './json-formats.ts'
export { formulaSafe, type Phrase, type PhraseFault, type PhraseFile } from './phrase.ts'
export { type Proposal, proposeFor } from './propose.ts'
export {
  formats as tableFormats,
  heldBy,
  type PhraseField,
  readPhraseTable,
  type TableFormat,
  tableFormatOf,
  writePhraseTable,
} from './table-formats.ts'
export { type Translated, translateVariables } from './variables.ts'
