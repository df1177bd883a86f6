/** What Chatwoot tells a dashboard app: beside which conversation it stands, and for whom. */
export interface Context {
  readonly conversationId: string
  readonly agent: { readonly id: string; readonly name: string }
}

/** Reads what the host says: JSON in a string; undefined when it is about something else. */
export function contextOf(data: unknown): Context | undefined {
  if (typeof data !== 'string') return undefined
  try {
    const { event, data: context } = JSON.parse(data)
    const id = context?.conversation?.id
    if (event !== 'appContext' || !Number.isSafeInteger(id)) return undefined
    const { id: agentId, name } = context.currentAgent ?? {}
    return {
      conversationId: String(id),
      agent: { id: String(agentId ?? 'chatwoot'), name: String(name ?? '').slice(0, 80) },
    }
  } catch {
    return undefined
  }
}
