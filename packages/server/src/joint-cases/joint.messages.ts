/** Reasons that the system gives in the record of a part. */
export const jointTexts = {
  partNoLongerWanted: '整件已退回、撤回或者结束，本部分不再办理。',
} as const;
