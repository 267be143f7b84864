/** What is in time or stopped needs no finding: lists are filtered by these two. */
export const LATE_LIGHTS = ['red', 'yellow'] as const;
