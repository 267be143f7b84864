/**
 * What began before midnight writes entries of that day; it ends within seconds, its statement's
 * limit. After this much of the new day nothing can be added to the old one.
 */
export const CLOSING_MS = 15 * 60 * 1000;
