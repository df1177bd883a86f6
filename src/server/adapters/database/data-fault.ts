/** What keeps a database or backup from being used, in words for whoever runs the service; they need no stack. */
export class DataFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DataFault'
  }
}
