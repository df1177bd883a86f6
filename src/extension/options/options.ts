import { ask, speak } from '../ask.ts'
import { originPattern } from '../background/match-pattern.ts'
import type { Choices } from '../background/settings.ts'
import type { PageAnswer } from '../wire.ts'
import { fillIn, type Words } from '../words.ts'

const $ = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!
const form = $<HTMLFormElement>('#pair')
const language = $<HTMLSelectElement>('#language')
const hotkeys = $<HTMLSelectElement>('#hotkeys')
const fault = $('#fault')
let words: Words

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void pair()
})
$('#unpair').addEventListener('click', () => void ask({ type: 'unpair' }).then(show))
for (const select of [language, hotkeys])
  select.addEventListener('change', () => {
    const choices = { language: language.value, hotkeys: { insert: hotkeys.value } } as Choices
    void ask({ type: 'choose', choices }).then(show)
  })
$('#refresh').addEventListener('click', async () => {
  const { refreshed, code } = await ask({ type: 'refresh' })
  const said = { none: words.dataNone, same: words.dataSame, new: words.dataNew, refused: words.dataRefused }
  $('#refreshed').textContent = refreshed ? said[refreshed] : faultSaid(code ?? 'internal')
  show(await ask({ type: 'look' }))
})
show(await ask({ type: 'look' }))

async function pair(): Promise<void> {
  fault.hidden = true
  const data = new FormData(form)
  const server = URL.parse(String(data.get('server')))?.origin
  const pattern = server && originPattern(server)
  if (!pattern) return complain(words.badServer)
  // asked while the click still counts as the agent's
  if (!(await chrome.permissions.request({ origins: [pattern] }))) return complain(words.denied)
  const name = String(data.get('agent')).trim()
  const answer = await ask({ type: 'pair', server, code: String(data.get('code')).trim(), agent: { id: name, name } })
  if (answer.code) return complain(faultSaid(answer.code))
  form.reset()
  show(answer)
}

function complain(text: string): void {
  fault.textContent = text
  fault.hidden = false
}

function faultSaid(code: string): string {
  if (code === 'unauthorized' || code === 'bad_request') return words.badCode
  if (code === 'unreachable') return words.unreachable
  if (code === 'origin_refused') return fillIn(words.badOrigin, { origin: location.origin })
  return fillIn(words.failed, { code })
}

function show(answer: PageAnswer): void {
  const { paired, choices, enabled = [], sites = [], sitesRefusedAt } = answer
  if (!choices) return
  words = speak(choices.language)
  language.value = choices.language
  hotkeys.value = choices.hotkeys.insert
  form.hidden = paired !== undefined
  $('#unpair').hidden = paired === undefined
  $('#paired').textContent = paired
    ? fillIn(words.pairedWith, {
        server: paired.server,
        agent: paired.agent.name,
        until: new Date(paired.expiresAt).toLocaleDateString(document.documentElement.lang),
      })
    : words.notPaired
  $('#none').hidden = enabled.length > 0
  $('#enabled').replaceChildren(
    ...enabled.map((pattern) => {
      const remove = document.createElement('button')
      remove.type = 'button'
      remove.textContent = words.remove
      remove.addEventListener('click', async () => {
        await chrome.permissions.remove({ origins: [pattern] }).catch(() => false)
        show(await ask({ type: 'disable', patterns: [pattern] }))
      })
      return item(pattern, remove)
    }),
  )
  $('#known').replaceChildren(
    ...sites.map(({ name, version, tested }) => {
      const note = document.createElement('small')
      note.textContent = `${tested === 'fixtures' ? `${words.fixturesOnly} · ` : ''}v${version}`
      return item(name, note)
    }),
  )
  if (sitesRefusedAt) $('#refreshed').textContent = words.dataRefused
}

function item(text: string, beside: HTMLElement): HTMLLIElement {
  const line = document.createElement('li')
  const name = document.createElement('span')
  name.textContent = text
  line.append(name, beside)
  return line
}
