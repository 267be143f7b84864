/** What several of the portal's interfaces speak of. */
export type Locale = 'zh-CN' | 'en';

/** A sentence in both languages, or one that has no second language (an office's own words). */
export type LocalText = string | Readonly<Record<Locale, string>>;

export interface DownloadableFile {
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Client address and the like, for rate limits. */
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
  /** The browser is logged in as a member of staff. */
  readonly isStaff: boolean;
}
