import { derivedCaseId } from '../cases/index.ts';

/**
 * The id of a part's case follows from its place in the whole, so that an order followed twice
 * finds the case that it opened the first time. Each round of the split has cases of its own.
 */
export function partCaseId(of: {
  readonly parentId: string;
  readonly nodeId: string;
  readonly round: number;
  readonly partId: string;
}): string {
  return derivedCaseId(of.parentId, of.nodeId, of.round, of.partId);
}
