import type { ShownState } from '../../src/protocol/index.ts'
import type { Expect } from './conversation-file.ts'
import type { Ready, Shown, Step } from './replay.ts'

/** The category of a script, and of one joined from two (`a+b`) those of both. */
export type CategoriesOf = (scriptId: string) => readonly string[]

const FIRST = 3
const NOTHING: readonly Shown[] = []

/** What in a step is not as it should be, a line for each. */
export function faultsOfStep({ turn: { expect: wanted }, answer }: Step, categoriesOf: CategoriesOf): string[] {
  const blocked = answer?.suggestions.flatMap(({ warnings }) => warnings.filter(({ level }) => level === 'block')) ?? []
  const faults = blocked.map(({ rule, says }) => `blocked by ${rule}: ${says}`)
  if (!wanted) return faults
  const top = answer?.suggestions.slice(0, FIRST) ?? NOTHING
  const isOf = (said: readonly string[]) => (shown: Shown) =>
    said.some((one) => shown.scriptId === one || categoriesOf(shown.scriptId).includes(one))
  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  if (wanted.none) must(top.length === 0, 'nothing was to be suggested')
  if (wanted.any) must(top.some(isOf(wanted.any)), `none of ${wanted.any.join(', ')}`)
  if (wanted.first) must(top.slice(0, 1).some(isOf(wanted.first)), `the first is not of ${wanted.first.join(', ')}`)
  for (const one of wanted.never) must(!top.some(isOf([one])), `${one} among them`)
  const { says, not, todo } = wanted
  if (says)
    must(
      top.some(({ text }) => new RegExp(says, 'u').test(text)),
      `none says /${says}/`,
    )
  if (not) must(!top.some(({ text }) => new RegExp(not, 'u').test(text)), `one says /${not}/`)
  if (todo)
    must(
      top.some((shown) => shown.todo.some(({ action }) => action === todo)),
      `${todo} stands on none`,
    )
  return answer ? [...faults, ...faultsOfState(answer.state, wanted)] : faults
}

function faultsOfState({ flows, stage, mood, rung, types, product }: ShownState, wanted: Expect): string[] {
  const faults: string[] = []
  const is = <T>(name: string, given: T, due: T | undefined) => {
    if (due !== undefined && given !== due) faults.push(`${name} ${given}, not ${due}`)
  }
  const standing = flows.map(({ id, state }) => `${id}.${state}`)
  const isAt = (at: string, name: string) => at === name || at.startsWith(`${name}.`)
  if (wanted.lead !== undefined && !isAt(standing[0] ?? '', wanted.lead))
    faults.push(`${standing[0] ?? 'no flow'} leads, not ${wanted.lead}`)
  for (const name of wanted.flows) if (!standing.some((at) => isAt(at, name))) faults.push(`${name} is not alive`)
  is('stage', stage, wanted.stage)
  is('mood', mood, wanted.mood)
  is('rung', rung, wanted.rung)
  is('product', product, wanted.product)
  if (wanted.type !== undefined && !types.some(({ id }) => id === wanted.type)) faults.push(`no ${wanted.type} seen`)
  return faults
}

/** An answer in a few lines, for who has to mend it. */
export function described(answer: Ready | undefined, categoriesOf: CategoriesOf): string {
  if (!answer) return '    (no answer)'
  const { state, suggestions, intents } = answer
  const flows = state.flows.map(({ id, state: at }) => `${id}.${at}`).join(' ')
  const meant = intents.map(({ name, confidence }) => `${name} ${confidence.toFixed(2)}`).join(' ')
  return [
    `    ${state.stage} ${state.mood} rung ${state.rung ?? 0} ${state.product ?? '-'} [${flows}] <${meant}>`,
    ...suggestions.map(({ scriptId, text }) => `    ${categoriesOf(scriptId).join('+')} ${scriptId}: ${text}`),
  ].join('\n')
}
