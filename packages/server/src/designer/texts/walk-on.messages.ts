/** What an invented colleague writes when all is well. */
export const walkOnTexts = { agreed: '同意。' } as const;
