/** Which store and channel the page was opened for, and the origin of the Chatwoot it stands in; the gateway writes it into the page. */
export const frame = JSON.parse(document.documentElement.dataset.frame ?? '{}') as {
  readonly store: string
  readonly channel: string
  readonly origin: string
}
