/** Official names that the kernel itself has to give; every other one comes with the pack. */
export const stepLimitName = '环节办理时限';
