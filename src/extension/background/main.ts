import type { FromPage, PageAnswer } from '../wire.ts'
import { injectEverywhere } from './injection.ts'
import { answerPage } from './pages.ts'
import { createRelay } from './relay.ts'
import { settings } from './settings.ts'
import { refreshSites } from './sites.ts'

/** Every listener is added before anything is waited for: Chrome wakes this worker for an event and drops it when nobody listens yet. */
const relay = createRelay()
const REFRESH = 'refresh'

chrome.runtime.onConnect.addListener((port) => relay.accept(port))
chrome.runtime.onMessage.addListener((said: FromPage, sender, answer: (answer: PageAnswer) => void) => {
  // the options page and the popup only: a content script sends no messages
  if (sender.id !== chrome.runtime.id || !sender.url?.startsWith(chrome.runtime.getURL(''))) return
  answerPage(relay, said).then(answer, (error) => answer({ code: String(error.code ?? 'internal') }))
  return true
})
chrome.runtime.onInstalled.addListener(() => void begin())
chrome.runtime.onStartup.addListener(() => void begin())
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === REFRESH) void refreshSites().catch(() => undefined)
})
settings.onChange((names) => void relay.renew(names))
void settings.closeToPages()

async function begin(): Promise<void> {
  await chrome.alarms.create(REFRESH, { delayInMinutes: 1, periodInMinutes: 60 })
  await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: false })
  await injectEverywhere()
}
