/** Words of the trial county that stand in names, whatever the reader's language. */
export const trialTexts = {
  mark: '【试运行】',
  markEn: '[Trial run] ',
  /** Before the post's name: who holds a post that nobody of the county holds. */
  inventedStaff: '试运行·',
} as const;
