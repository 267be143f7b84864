/** Wrong use of the command line; the message says what to write instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
