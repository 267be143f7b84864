/** How the demo county is called in its packs, where a county of one's own is called otherwise. */
export const demoNames = {
  name: '云溪县',
  shortName: '云溪',
  nameEn: 'Yunxi County',
  /** First character of its document numbers. */
  series: '云',
} as const;

/** What kind of division a county is: its short name is without. */
export const COUNTY_ENDING = /[县市区旗]$/u;
