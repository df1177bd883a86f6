import type { FromPage, PageAnswer } from '../wire.ts'
import { disable, enable } from './injection.ts'
import type { createRelay } from './relay.ts'
import { claimPairing } from './service.ts'
import { settings } from './settings.ts'
import { knownSites, refreshSites } from './sites.ts'

/** Does what the options page or the popup asks for. @throws ServiceError */
export async function answerPage(relay: ReturnType<typeof createRelay>, said: FromPage): Promise<PageAnswer> {
  if (said.type === 'pair') {
    await settings.forgetPairing()
    await settings.write({ pairing: await claimPairing(said.server, said.code, said.agent) })
    await refreshSites().catch(() => undefined)
  } else if (said.type === 'unpair') await settings.forgetPairing()
  else if (said.type === 'choose') await settings.write({ choices: said.choices })
  else if (said.type === 'enable') await enable(said.patterns)
  else if (said.type === 'disable') await disable(said.patterns)
  else if (said.type === 'pick') relay.startPicker(said.tabId)
  else if (said.type === 'assign') {
    const { [said.host]: _, ...others } = await settings.assigned()
    await settings.write({ assigned: said.siteId ? { ...others, [said.host]: said.siteId } : others })
  } else if (said.type === 'unpick') {
    const { [said.host]: _, ...others } = await settings.picked()
    await settings.write({ picked: others })
  } else if (said.type === 'refresh') return { refreshed: await refreshSites() }
  const [pairing, served, sites] = [await settings.pairing(), await settings.served(), await knownSites()]
  return {
    // never the token
    paired: pairing && { server: pairing.server, agent: pairing.agent, expiresAt: pairing.expiresAt },
    choices: await settings.choices(),
    enabled: await settings.enabled(),
    picked: Object.keys(await settings.picked()),
    assigned: await settings.assigned(),
    sites: sites.map(({ id, name, version, tested }) => ({ id, name, version, tested })),
    sitesRefusedAt: served?.refused,
    ...(said.type === 'look' && said.tabId !== undefined ? { state: relay.stateOf(said.tabId) } : {}),
  }
}
