/** What a random number is for, so that no two uses share one. */
export const PURPOSE = {
  arrival: 1,
  branch: 2,
  handling: 3,
  back: 4,
  wait: 5,
  correction: 6,
} as const;
