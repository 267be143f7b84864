export { createDayTrees, type DayTrees } from './day-trees.ts';
export { findingText } from './finding-text.ts';
export type { LedgerDeps } from './ledger-deps.ts';
export { readRoot, readRoots } from './ledger-store.pg.ts';
export { PUBLISHING_TIME, publishRoots } from './publish-roots.ts';
export { receiptOf } from './receipt-of.ts';
export { ledgerRefusals } from './refusals.ts';
export { registerLedgerRoutes } from './routes.ts';
export {
  verifyLedger,
  type LedgerFinding,
  type LedgerProblem,
  type LedgerReport,
} from './verify-ledger.ts';
export { verifyReceiptFile } from './verify-receipt-file.ts';
