export { checkPack, loadPack, type PackOptions } from './load-pack.ts';
export { checkItem } from './check-item.ts';
export { checkPartFilings } from './check-part-filings.ts';
export { checkShape, type ShapeProblem } from './check-shape.ts';
export type { ItemContext } from './item-context.ts';
export { JsonSyntaxError, readJsonPlaces } from './json-lines.ts';
export {
  asItemDefinition,
  InternalItemSchema,
  ItemSchema,
  itemSchemaOf,
  type ItemFile,
} from './item-schema.ts';
export { readFlowFile, type FlowFile } from './read-flow-file.ts';
export type { LetterData, RankingWeights } from './letter-data.ts';
export type { UploadColumn, UploadShape, UploadTable } from './upload-shape.ts';
export { checkWatchRule, namesFor, scopesFor } from './check-watch-rule.ts';
export type { RiskPointFile, SupervisionData } from './supervision-data.ts';
export { asWatchRule, WatchRuleSchema, type WatchRuleFile } from './watch-rule-schema.ts';
export type { Pack } from './pack.ts';
export type { ReviewData } from './review-data.ts';
export type {
  BundleAnswers,
  BundleDefinition,
  BundleQuestion,
  BundleRow,
} from './bundle-schema.ts';
export {
  countedAnswers,
  decideBundle,
  isAnswer,
  materialField,
  partField,
  questionsPut,
  type BundleDecision,
} from './bundle-decisions.ts';
export { decidedMaterials, partsOf } from './compile-bundle.ts';
export type {
  PackOrganisation,
  PackPeople,
  PackPost,
  PackTheme,
  PackThemes,
  Synonyms,
} from './pack-schemas.ts';
export {
  describePackProblem,
  PackError,
  packProblemText,
  type PackProblem,
} from './pack-problem.ts';
export type { PackProblemCode } from './pack-problem-code.ts';
export {
  compileCondition,
  evaluateCondition,
  evaluateOver,
  membersOf,
  parseCondition,
  type CompiledCondition,
} from './conditions.ts';
export { FlowDefinitionSchema } from './flow-schema.ts';
export { findItem, getItem } from './get-item.ts';
export {
  bringIntoForce,
  listVersions,
  publishVersionInTx,
  withdrawVersion,
} from './item-versions.ts';
export type { ItemVersion } from './version-store.ts';
export { ItemVersionChanged, publishItems, type PublishReport } from './publish-items.ts';
export { publishCatalogue, type CatalogueReport } from './publish-catalogue.ts';
export {
  importItems,
  type ImportPack,
  type ImportReport,
  type ImportRequest,
} from './import-items.ts';
export { importProblemText, type ImportProblem } from './import-problem.ts';
export { exportItems, importTemplate } from './export-items.ts';
export { writeTable, type TableFormat } from './write-table.ts';
export { searchItems } from './search-items.ts';
export { readTenantId } from './read-pack.ts';
export { readTable } from './read-table.ts';
export { browseDepartments, browseThemes, listLifeEvents } from './browse-items.ts';
export { catalogueRoutes, type CatalogueDeps } from './routes.ts';
export { loadSegmenter, normaliseText, pairsOf, type Segmenter } from './segment.ts';
