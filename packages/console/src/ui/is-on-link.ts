import type { MouseEvent } from 'react';

/**
 * Whether a click in a row met a link of its own. The link is what keyboards and readers use; a row
 * that can be clicked as a whole leaves it alone.
 */
export function isOnLink({ target }: MouseEvent): boolean {
  return target instanceof HTMLElement && target.closest('a') !== null;
}
