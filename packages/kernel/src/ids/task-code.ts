import { parseCreditCode } from './credit-code.ts';
import { type IdResult, normaliseId, refuse } from './outcome.ts';

/** 行使层级: 1 national, 2 province, 3 city, 4 county, 5 township, 6 village, 7 by levels. */
export type ExerciseLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface CatalogCodeParts {
  /** '00' national, or the province. */
  readonly region: string;
  readonly itemType: string;
  readonly department: string;
  readonly mainItem: string;
  readonly subitem: string;
}

export interface TaskCodeParts {
  /** Credit code of the body that exercises the item. */
  readonly ownerCreditCode: string;
  readonly level: ExerciseLevel;
  readonly catalogCode: string;
  /** The two digits of a 业务办理项; absent in a code of 31 characters. */
  readonly handlingItem?: string;
}

/**
 * 基本编码, 12 characters: 2 region, 2 type, 2 department, 3 main item, 3 subitem. Provinces with
 * another form keep it as their local code beside this one.
 *
 * @basis 国家政务服务平台标准 ZWFW C 0109 (laws.md §6.2)
 */
export function parseCatalogCode(text: string): IdResult<CatalogCodeParts> {
  const value = normaliseId(text);
  if (value.length !== 12) return refuse(value, 'length');
  if (!/^\d{2}[0-9A-Z]{4}\d{6}$/.test(value)) return refuse(value, 'charset');
  return {
    ok: true,
    value,
    region: value.slice(0, 2),
    itemType: value.slice(2, 4),
    department: value.slice(4, 6),
    mainItem: value.slice(6, 9),
    subitem: value.slice(9, 12),
  };
}

/**
 * 实施编码, 31 characters: 18 credit code, 1 level, 12 catalogue code; or 业务办理项编码 with two
 * digits more. A fault in the credit code inside is reported as that fault.
 */
export function parseTaskCode(text: string): IdResult<TaskCodeParts> {
  const value = normaliseId(text);
  if (value.length !== 31 && value.length !== 33) return refuse(value, 'length');
  const owner = parseCreditCode(value.slice(0, 18));
  if (!owner.ok) return refuse(value, owner.problem);
  const level = Number(value[18]);
  if (!isExerciseLevel(level)) return refuse(value, 'structure');
  const catalog = parseCatalogCode(value.slice(19, 31));
  if (!catalog.ok) return refuse(value, catalog.problem);
  const handlingItem = value.slice(31);
  if (!/^\d*$/.test(handlingItem)) return refuse(value, 'charset');
  return {
    ok: true,
    value,
    ownerCreditCode: owner.value,
    level,
    catalogCode: catalog.value,
    ...(handlingItem !== '' && { handlingItem }),
  };
}

function isExerciseLevel(level: number): level is ExerciseLevel {
  return Number.isInteger(level) && level >= 1 && level <= 7;
}
