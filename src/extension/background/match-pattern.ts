/** Whether an address is among Chrome's match pattern `pattern`: `<scheme>://<host>/<path>`, with `*`. */
export function matchesPattern(pattern: string, address: string): boolean {
  const [, scheme, host, path] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? []
  if (scheme === undefined || host === undefined || path === undefined) return false
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false
  if (scheme !== '*' && `${scheme}:` !== url.protocol) return false
  const isHost = host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : host === '*' || host === url.hostname || host === url.host
  const shape = path.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return isHost && new RegExp(`^${shape.join('.*')}$`, 'u').test(url.pathname + url.search)
}

/** The pattern of all pages of an address's origin, for which a permission is asked; a port cannot be named there. */
export function originPattern(address: string): string | undefined {
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  return `${url.protocol}//${url.hostname}/*`
}
