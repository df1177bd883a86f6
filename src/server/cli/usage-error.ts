/** What the person at the keyboard can mend: a wrong option, a missing file, a line that is no record. Ends the command with code 2. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UsageError'
  }
}
