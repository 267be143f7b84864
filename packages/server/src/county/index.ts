export { readCountyTables, writeCountyTables } from './county-tables.ts';
export { newCounty } from './new-county.ts';
