import { ask, speak } from '../ask.ts'
import { matchesPattern, originPattern } from '../background/match-pattern.ts'
import type { PageAnswer } from '../wire.ts'

const $ = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!
const site = $<HTMLSelectElement>('#site')
// a test opens this page in a tab of its own and names the other one
const asked = new URLSearchParams(location.search).get('tab')
const tab = asked
  ? await chrome.tabs.get(Number(asked))
  : (await chrome.tabs.query({ active: true, currentWindow: true }))[0]
const tabId = tab?.id
const address = tab?.url ?? ''
const host = URL.parse(address)?.host ?? ''
const pattern = originPattern(address)
/** The patterns that turn it on here. */
let on: string[] = []

$('#toggle').addEventListener('click', async () => {
  if (!pattern) return
  if (on.length > 0) return show(await ask({ type: 'disable', patterns: on }))
  if (!(await chrome.permissions.request({ origins: [pattern] }))) return
  show(await ask({ type: 'enable', patterns: [pattern] }))
})
$('#pick').addEventListener('click', async () => {
  if (tabId === undefined) return
  await ask({ type: 'pick', tabId })
  if (!asked) window.close()
})
$('#unpick').addEventListener('click', async () => show(await ask({ type: 'unpick', host })))
$('#side').addEventListener('click', () => void (tabId !== undefined && chrome.sidePanel.open({ tabId })))
$('#settings').addEventListener('click', () => void chrome.runtime.openOptionsPage())
site.addEventListener('change', async () => show(await ask({ type: 'assign', host, siteId: site.value })))
show(await ask({ type: 'look', ...(tabId === undefined ? {} : { tabId }) }))

function show({ choices, enabled = [], picked = [], assigned = {}, sites = [], state }: PageAnswer): void {
  const words = speak(choices?.language ?? 'auto')
  on = enabled.filter((enabledPattern) => matchesPattern(enabledPattern, address))
  const isOn = on.length > 0
  const says = { talk: words.stateTalk, idle: words.stateIdle, broken: words.stateBroken, unknown: words.stateUnknown }
  $('#host').textContent = pattern ? host : words.name
  $('#state').textContent = pattern ? (isOn ? says[state?.is ?? 'unknown'] : '') : words.notWeb
  $('#toggle').hidden = pattern === undefined
  $('#toggle').textContent = isOn ? words.disableHere : words.enableHere
  for (const id of ['#pick', '#side', '#which']) $(id).hidden = !isOn
  $('#unpick').hidden = !picked.includes(host)
  const options = [{ id: '', name: words.notListed }, ...sites].map(({ id, name }) => new Option(name, id))
  site.replaceChildren(...options)
  site.value = assigned[host] ?? ''
}
