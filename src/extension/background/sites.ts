import { SiteDescription } from '../../protocol/index.ts'
import { matchesPattern } from './match-pattern.ts'
import { fetchSites } from './service.ts'
import { settings } from './settings.ts'
import { verifySignature } from './verify-signature.ts'

/** The descriptions that may fit a page, the one to try first in front: pointed out on this host, said to be this host, served, built in. */
export async function sitesFor(address: string): Promise<SiteDescription[]> {
  const { host } = new URL(address)
  const [picked, assigned, known] = [await settings.picked(), await settings.assigned(), await knownSites()]
  const own = picked[host]
  const said = known.find(({ id }) => id === assigned[host])
  const matching = known.filter((site) => site.matches.some((pattern) => matchesPattern(pattern, address)))
  return [...new Set([...(own ? [own] : []), ...(said ? [said] : []), ...matching])]
}

/** Every description by its id: those of the gateway win over those that were built in. */
export async function knownSites(): Promise<SiteDescription[]> {
  const served = await settings.served()
  const built = await (await fetch(chrome.runtime.getURL('sites.json'))).json()
  const sites = new Map(readSites(built).map((site) => [site.id, site]))
  for (const site of served ? readSites(JSON.parse(served.text)) : []) sites.set(site.id, site)
  return [...sites.values()]
}

/**
 * Looks for newer descriptions. Those whose signature does not hold are refused, and the old ones kept. Resolves to what became of it.
 * @throws ServiceError when the gateway does not give them
 */
export async function refreshSites(): Promise<'none' | 'same' | 'new' | 'refused'> {
  const pairing = await settings.pairing()
  if (!pairing?.sitesKey) return 'none'
  const served = await settings.served()
  const found = await fetchSites(pairing, served?.etag)
  if (!found) return 'same'
  const isTrue = await verifySignature(pairing.sitesKey, found.body, found.signature)
  if (!isTrue) {
    await settings.write({ served: { etag: '', text: '{}', ...served, refused: new Date().toISOString() } })
    return 'refused'
  }
  await settings.write({ served: { etag: found.etag, text: new TextDecoder().decode(found.body) } })
  return 'new'
}

/** One by one: a description that asks for more than this version knows is left out, not the others. */
function readSites(document: unknown): SiteDescription[] {
  const sites = (document as { sites?: unknown }).sites
  return (Array.isArray(sites) ? sites : []).flatMap((site) => SiteDescription.safeParse(site).data ?? [])
}
