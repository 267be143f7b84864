/** How the demo county is called in its packs, where a county of one's own is called otherwise. */
export const demoNames = {
  name: '云溪县',
  shortName: '云溪',
  nameEn: 'Yunxi County',
  /** First character of its document numbers. */
  series: '云',
} as const;
