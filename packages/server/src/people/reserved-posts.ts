/**
 * What is appointed by an operator with a shell and by nobody in the console: posts that watch over
 * others or judge them, that read what is withheld, and that keep accounts. Whoever makes accounts
 * knows their first passwords, and could otherwise be the watcher of themselves.
 */
export const reservedCapabilities = [
  'supervise',
  'handle-reviews',
  'special-letters',
  'administer',
] as const;
