/** The endpoint of a rewriter failed, or (`isCut`) its answer broke off. The message says how, without anything that was sent or came back. */
export class RewriterFault extends Error {
  readonly isCut: boolean
  constructor(message: string, isCut = false) {
    super(message)
    this.name = 'RewriterFault'
    this.isCut = isCut
  }
}
