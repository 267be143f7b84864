export type SuggestionCode =
  | 'post'
  | 'condition-needed'
  | 'default-chosen'
  | 'was-automatic'
  | 'was-message'
  | 'started-by-message'
  | 'was-repeated'
  | 'was-empty'
  | 'called-item'
  | 'return-by-reject'
  | 'name-missing';

/** What a person should look at before the flow is used; nothing of it changes the order. */
export interface Suggestion {
  readonly code: SuggestionCode;
  readonly nodeId: string;
  readonly name: string;
  /** The lane, the line's name, the item called, the condition that was left out. */
  readonly other: string;
}
