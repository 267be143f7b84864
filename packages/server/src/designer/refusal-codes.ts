/** Refusals of the designer and what they mean over HTTP; codes are never used again. */
export const entries = {
  'design-draft-unknown': { http: 404 },
  'design-item-unknown': { http: 404 },
  'design-version-unknown': { http: 404 },
  'design-drafts-too-many': { http: 409 },
  'design-outside-scope': { http: 403 },
  'design-draft-broken': { http: 422 },
  'design-draft-changed': { http: 409 },
  'design-has-problems': { http: 409 },
  'design-day-past': { http: 422 },
  'design-item-code-taken': { http: 409 },
  'design-newer-version': { http: 409 },
  'design-planned-later': { http: 409 },
  'design-not-planned': { http: 409 },
  'design-archive-unreadable': { http: 422 },
  'design-archive-too-large': { http: 413 },
  'design-archive-unsafe': { http: 422 },
  'design-archive-empty': { http: 422 },
  'design-not-playable': { http: 422 },
} as const;

export type DesignRefusalCode = keyof typeof entries;
