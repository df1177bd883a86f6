/** A shopper as the desk names them. */
export interface Contact {
  /** Names the talk; the same shopper has the same id each time. */
  readonly id: string
  readonly name?: string | undefined
}

/** What became of a draft: it stands in the reply box, it lies in the clipboard, or another shopper was in front by then and nothing was touched. */
export type Drafted = 'inserted' | 'copied' | 'elsewhere'

/**
 * A desk that is no web page of ours: a program that shows our page beside its chat. It tells who is being talked with and takes drafts. There is no way to send, here
 * or in anything behind it.
 */
export interface Host {
  /** The channel its talks belong to. */
  readonly channel: string
  /** Who is in front now; undefined when nobody is. */
  activeContact(): Promise<Contact | undefined>
  /** Calls back with each shopper that comes to the front until the returned function is called. */
  onActiveContact(listener: (contact: Contact | undefined) => void): () => void
  /** Puts a draft into the reply box of this shopper, if they are still in front. Rejects when the desk refuses. */
  insertDraft(contact: Contact, text: string): Promise<Drafted>
  /** What the shopper in front has said last; absent on desks that give no text. */
  readonly readText?: (contact: Contact) => Promise<string | undefined>
}
