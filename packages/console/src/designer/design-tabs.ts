export const DESIGN_TABS = ['flow', 'form', 'materials', 'basics'] as const;
export type DesignTab = (typeof DESIGN_TABS)[number];

/** Where in the designer a problem or a change is mended, by its path within the item. */
export function tabOf(path: string): DesignTab {
  if (path.startsWith('/flow')) return 'flow';
  if (path.startsWith('/form')) return 'form';
  return /^\/(materials|documents|statutoryLimit|committedLimit|correction|service|fees)/.test(path)
    ? 'materials'
    : 'basics';
}
