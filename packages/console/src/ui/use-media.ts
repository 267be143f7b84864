import { useSyncExternalStore } from 'react';

/** Whether the screen is as the media query says; follows turning and resizing. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

export const PHONE = '(max-width: 767px)';
export const NARROW = '(max-width: 1199px)';
/** Who asked their system for less motion gets none: dialogues and lists stand at once. */
export const LESS_MOTION = '(prefers-reduced-motion: reduce)';
