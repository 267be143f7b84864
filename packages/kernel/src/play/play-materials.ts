/** Materials in a play: pages that keep their rules, since nothing is uploaded. */
import {
  askedMaterials,
  requiredMaterials,
  type FiledMaterial,
  type MaterialCheck,
  type MaterialDefinition,
} from '../case/index.ts';
import type { PlayMoment, PlayScope } from './play-fields.ts';
import { field } from './play-fields.ts';
import {
  onlyFields,
  readChoice,
  readItems,
  readObject,
  readWord,
  readWords,
} from './read-values.ts';
import { MATERIAL_VERDICTS } from '../words/index.ts';

/** Ids of materials; each is handed in with one page that keeps its rule, or on paper. */
export const filed = field<readonly FiledMaterial[]>('["material-id", …]', (value, path, scope) =>
  readItems(value, path).map((id, i) => {
    const materialId = readWord(id, `${path}[${i}]`);
    return handIn(materialId, scope.item);
  }),
);

export function everyRequired({ item, form }: PlayMoment): readonly FiledMaterial[] {
  return requiredMaterials(item, form).map(({ id }) => handIn(id, item));
}

/** What the last notice asked for. */
export function askedAgain({ item, state }: PlayMoment): readonly FiledMaterial[] {
  return (state?.corrections.at(-1)?.materialIds ?? []).map((id) => handIn(id, item));
}

export function owedMaterials({ item, state }: PlayMoment): readonly FiledMaterial[] {
  const owed = Object.values(state?.debts ?? {}).filter(({ status }) => status === 'owed');
  return owed.map(({ materialId }) => handIn(materialId, item));
}

/** `{ "plan": "wrong", "deed": { "verdict": "missing", "problem": "…" } }` */
export const checks = field<readonly MaterialCheck[]>('{"material-id": "wrong"}', (value, path) =>
  Object.entries(readObject(value, path)).map(([materialId, said]) =>
    readCheck(materialId, said, `${path}.${materialId}`),
  ),
);

function readCheck(materialId: string, said: unknown, path: string): MaterialCheck {
  if (typeof said === 'string') {
    const verdict = readChoice(said, path, MATERIAL_VERDICTS);
    return verdict === 'complete'
      ? { materialId, verdict }
      : { materialId, verdict, problem: verdict, instruction: verdict };
  }
  const given = readObject(said, path);
  onlyFields(given, path, ['verdict', 'problem', 'instruction']);
  const text = (name: 'problem' | 'instruction'): Partial<MaterialCheck> =>
    given[name] === undefined ? {} : { [name]: readWords(given[name], `${path}.${name}`) };
  const verdict = readChoice(given['verdict'], `${path}.verdict`, MATERIAL_VERDICTS);
  return { materialId, verdict, ...text('problem'), ...text('instruction') };
}

export function allComplete({ item, state, form }: PlayMoment): readonly MaterialCheck[] {
  return askedMaterials(item, state?.form ?? form).map(({ id }) => ({
    materialId: id,
    verdict: 'complete',
  }));
}

/** What was announced on paper is there when it is checked. */
export function announcedPaper({ state }: PlayMoment): readonly string[] {
  return Object.values(state?.materials ?? {})
    .filter((material) => material.isOnPaper)
    .map(({ materialId }) => materialId);
}

export function handIn(materialId: string, item: PlayScope['item']): FiledMaterial {
  const definition = item.materials.find(({ id }) => id === materialId);
  const isOnPaper = definition?.carrier === 'paper';
  return { materialId, pages: isOnPaper ? [] : [pageOf(materialId, definition)], isOnPaper };
}

type Page = FiledMaterial['pages'][number];

function pageOf(materialId: string, definition: MaterialDefinition | undefined): Page {
  const rule = definition?.upload;
  const [width, height] = rule?.minPixels ?? rule?.maxPixels ?? [800, 1100];
  return {
    // Names the material and is no hash of anything: nothing was uploaded.
    sha256: [...materialId]
      .map((c) => (c.codePointAt(0) ?? 0).toString(16))
      .join('')
      .padEnd(64, '0'),
    name: `${materialId}.jpg`,
    mediaType: rule?.accept[0] ?? 'image/jpeg',
    bytes: Math.min(rule?.maxBytes ?? 50_000, 50_000),
    width,
    height,
  };
}
