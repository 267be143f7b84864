/** What a flow is checked against. */
export interface LintContext {
  readonly knownPosts?: ReadonlySet<string>;
  readonly knownFields?: ReadonlySet<string>;
  /** Whether a FEEL condition parses; the evaluator is handed in. */
  readonly parses?: (condition: string) => boolean;
  readonly hasFees?: boolean;
  /** `internal`: an approval within the offices; absent: a licence. */
  readonly lifecycle?: 'internal' | 'letter';
}
