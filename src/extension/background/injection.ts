import { settings } from './settings.ts'

const READER = 'reader'
const FILES = ['content.js']

/** Reads chats on these origins from now on, in pages that are open, too. The permission has to be there already. */
export async function enable(patterns: readonly string[]): Promise<void> {
  const enabled = new Set([...(await settings.enabled()), ...patterns])
  await settings.write({ enabled: [...enabled] })
  await register()
  await injectInto(patterns)
}

/** No longer; what was injected ends with its page. */
export async function disable(patterns: readonly string[]): Promise<void> {
  await settings.write({ enabled: (await settings.enabled()).filter((pattern) => !patterns.includes(pattern)) })
  await register()
}

/** After an install or update Chrome has forgotten what was registered, and the pages that are open hold readers of the old version. */
export async function injectEverywhere(): Promise<void> {
  await register()
  await injectInto(await settings.enabled())
}

async function register(): Promise<void> {
  const matches = await permitted(await settings.enabled())
  const before = await chrome.scripting.getRegisteredContentScripts({ ids: [READER] })
  if (before.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [READER] })
  if (matches.length === 0) return
  const script = { id: READER, matches, js: FILES, allFrames: true, matchOriginAsFallback: true }
  await chrome.scripting.registerContentScripts([{ ...script, runAt: 'document_idle', persistAcrossSessions: true }])
}

async function injectInto(patterns: readonly string[]): Promise<void> {
  const url = await permitted(patterns)
  if (url.length === 0) return
  const tabs = await chrome.tabs.query({ url })
  await Promise.all(
    tabs.map(({ id }) =>
      // a page of the browser's own errors cannot be read, and need not
      chrome.scripting.executeScript({ target: { tabId: id!, allFrames: true }, files: FILES }).catch(() => undefined),
    ),
  )
}

/** An agent may take a permission back in Chrome's own pages at any time. */
async function permitted(patterns: readonly string[]): Promise<string[]> {
  const checked = await Promise.all(
    patterns.map(async (pattern) => ((await chrome.permissions.contains({ origins: [pattern] })) ? [pattern] : [])),
  )
  return checked.flat()
}
