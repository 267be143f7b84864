import { useSession } from '../session/use-session.ts';

/** In the order of the tabs. A page is open to whoever may do one of `needs` somewhere. */
const PAGES = [
  { page: 'board', to: '/board', needs: ['supervision:read', 'insight:read'] },
  { page: 'hits', to: '/supervision', needs: ['insight:read'] },
  { page: 'orders', to: '/supervision/orders', needs: ['supervision:read'] },
  { page: 'rules', to: '/supervision/rules', needs: ['insight:read'] },
  { page: 'reviews', to: '/reviews', needs: ['review:read'] },
  { page: 'indicators', to: '/indicators', needs: ['insight:read'] },
  { page: 'upload', to: '/upload', needs: ['upload:read'] },
  { page: 'site-watch', to: '/site-watch', needs: ['supervision:read'] },
] as const;

export type SupervisionPage = (typeof PAGES)[number];

/** The pages of supervision, as far as the person may open them. */
export function useSupervisionPages(): readonly SupervisionPage[] {
  const actions = useSession().staff?.actions ?? [];
  return PAGES.filter(({ needs }) => needs.some((action) => actions.includes(action)));
}
