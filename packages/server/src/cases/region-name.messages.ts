/** How the offices of a place end: what is left is the place. */
export const officeEndings = ['人民政府', '办事处'] as const;
