import type { Instant } from '@yichuang/kernel/time';

/** `office`: letters as written. `public`: published letters as published, masked. */
export type Shelf = 'office' | 'public';

/** A letter as it is put on a shelf. */
export interface IndexedLetter {
  readonly caseId: string;
  readonly receivedAt: Instant;
  /** None on the public shelf. */
  readonly senderId?: string;
  readonly orgId: string;
  readonly category?: string;
  readonly isWithheld: boolean;
  readonly title: string;
  readonly body: string;
}

/** What of the office's shelf the asker may see; what is published, everybody sees. */
export interface ShelfRights {
  /** `org:`, `post:` and `person:` as in case_reader; undefined: who reads all of the shelf. */
  readonly readers?: readonly string[];
  /** Sensitive letters and what is confidential by law: a right beside that to read others. */
  readonly maySeeWithheld: boolean;
}

export interface FoundLetter {
  readonly caseId: string;
  readonly title: string;
  /** Title and body in one spelling, as compared. */
  readonly plain: string;
  readonly receivedAt: Instant;
  readonly senderId: string | undefined;
  readonly orgId: string;
  readonly category: string | undefined;
}

/** Where a page of a list ended. */
export interface LetterPlace {
  readonly receivedAt: Instant;
  readonly caseId: string;
}

export interface LetterFilter {
  readonly orgId?: string;
  readonly category?: string;
  readonly fromAt?: Instant;
  readonly beforeAt?: Instant;
}

export interface LetterIndex {
  /** Adds letters, or replaces what is known of them; some hundred at once. */
  put(letters: readonly IndexedLetter[]): Promise<void>;
  remove(caseId: string): Promise<void>;
  /** Plain texts of the newest, to learn which pairs are rare; and how many letters in all. */
  sample(most: number): Promise<{ readonly plains: readonly string[]; readonly letters: number }>;
  /** Letters that share the most weight with the weighed grams, most first. */
  sharing(
    grams: readonly (readonly [gram: number, weight: number])[],
    rights: ShelfRights,
    most: number,
  ): Promise<FoundLetter[]>;
  /** Newest first, read from the lists of the named readers until the page is full. */
  listed(wanted: WantedLetters, readers: readonly string[]): Promise<FoundLetter[]>;
  /** Newest first, of the newest `within` letters; phrases literally in the plain text. */
  walk(wanted: WantedLetters, within: number): Promise<FoundLetter[]>;
  /** Newest first; every letter that holds all grams and phrases. */
  holding(wanted: WantedLetters, grams: readonly number[]): Promise<FoundLetter[]>;
}

export interface WantedLetters {
  readonly phrases: readonly string[];
  readonly filter: LetterFilter;
  readonly rights: ShelfRights;
  readonly after?: LetterPlace;
  readonly most: number;
}
