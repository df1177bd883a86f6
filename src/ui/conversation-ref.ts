/** Which conversation is meant. Store and channel are the service's defaults when absent. */
export interface ConversationRef {
  readonly store?: string | undefined
  readonly channel?: string | undefined
  readonly conversationId: string
}

/** Whether both name the very same conversation; a default left out is not the same as one that is named. */
export function isSameConversation(a: ConversationRef | undefined, b: ConversationRef | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.conversationId === b.conversationId &&
    a.channel === b.channel &&
    a.store === b.store
  )
}

/** Only what names the conversation, for frames: whatever else a host's object carries stays out of them. */
export function refOf({ store, channel, conversationId }: ConversationRef): ConversationRef {
  return {
    ...(store === undefined ? {} : { store }),
    ...(channel === undefined ? {} : { channel }),
    conversationId,
  }
}
