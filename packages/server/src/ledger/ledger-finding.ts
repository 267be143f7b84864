/**
 * `hash` an event's content was changed; `prev-hash` one before it was changed, added or removed;
 * `seq` one is missing; `day` it was moved to another day; `head` the last ones were cut off or
 * added; `snapshot` the case's state is not what its events say; `root` the day's events are not
 * those that were published; `log` a published root was rewritten after its head was; `kept`,
 * `kept-head` and `kept-copy` what somebody kept outside is not what stands there now.
 */
export type LedgerProblem =
  | 'hash'
  | 'prev-hash'
  | 'seq'
  | 'day'
  | 'head'
  | 'snapshot'
  | 'root'
  | 'log'
  | 'kept'
  | 'kept-head'
  | 'kept-copy';

export interface LedgerFinding {
  readonly problem: LedgerProblem;
  readonly caseNumber?: string;
  readonly caseId?: string;
  /** Of the journal, when it is no case. */
  readonly stream?: string;
  readonly seq?: number;
  readonly day?: string;
}
