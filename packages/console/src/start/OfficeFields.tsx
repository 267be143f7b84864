import type { OfficePreview, OfficeStart } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { askedMaterials } from '@yichuang/kernel/case';
import { isAsked, type FormData, type FormValue } from '@yichuang/kernel/form';
import type { PlainDate } from '@yichuang/kernel/time';
import { nothingYet } from '../counter/handed-in.ts';
import { PageUploads } from '../counter/PageUploads.tsx';
import { withMaterial } from '../counter/draft-values.ts';
import { showValue, titleOf } from '../form/field-words.ts';
import { useLocale } from '../session/use-locale.ts';
import { BigField } from './BigField.tsx';
import type { Materials } from './form-changes.ts';
import { isChosen, quickSpans, spanOf, withOrder } from './quick-days.ts';

export interface OfficeFieldsProps {
  readonly start: Pick<OfficeStart, 'phrases' | 'units' | 'today'>;
  readonly item: ItemDefinition;
  readonly data: FormData;
  readonly materials: Materials;
  readonly preview: OfficePreview | undefined;
  /** Problems are said once somebody tried to send it, not while it is being filled in. */
  readonly showsProblems: boolean;
  readonly onChange: (data: FormData) => void;
  readonly onMaterials: (materials: Materials) => void;
}

/** All questions of an approval on one page. */
export function OfficeFields(props: OfficeFieldsProps) {
  const { item, data, preview, showsProblems, onChange } = props;
  const { t } = useLocale();
  const { form } = item;
  if (form === undefined) return null;
  const span = spanOf(form);
  const today = props.start.today as PlainDate;
  const set = (name: string, value: FormValue) =>
    onChange(withOrder({ ...data, [name]: value }, name, span));
  const problemOf = (name: string) =>
    showsProblems ? preview?.problems.find(({ subject }) => subject === name)?.text : undefined;
  const field = (name: string) => {
    const schema = form.schema.properties[name];
    if (schema === undefined || !isAsked(schema, data)) return null;
    if (schema['x-computed'] !== undefined) {
      return <Computed key={name} {...props} name={name} problem={problemOf(name)} />;
    }
    return (
      <BigField
        key={name}
        schema={schema}
        isRequired={form.schema.required.includes(name)}
        value={data[name]}
        problem={problemOf(name)}
        phrases={props.start.phrases[name] ?? []}
        units={props.start.units[name] ?? []}
        today={today}
        hasDayPicks={name !== span?.from && name !== span?.to}
        onChange={(value) => set(name, value)}
      />
    );
  };
  const spans = span === undefined ? [] : quickSpans(span, today);
  return (
    <>
      {form.sections
        .flatMap((section) => section.fields)
        .map((name) => {
          if (name === span?.fromHalf || name === span?.toHalf) return null;
          const half = name === span?.from ? span.fromHalf : undefined;
          const lastHalf = name === span?.to ? span.toHalf : half;
          const pair = (
            <div key={name} className={lastHalf === undefined ? '' : 'start-pair'}>
              {field(name)}
              {lastHalf === undefined ? null : field(lastHalf)}
            </div>
          );
          if (name !== span?.from) return pair;
          return (
            <div key={name}>
              <div className="quicks quicks-spans" role="group" aria-label={t('start.spans')}>
                {spans.map((quick) => (
                  <button
                    key={quick.key}
                    type="button"
                    className="quick"
                    aria-pressed={isChosen(quick, data)}
                    onClick={() => onChange({ ...data, ...quick.data })}
                  >
                    {t(quick.key)}
                  </button>
                ))}
              </div>
              {pair}
            </div>
          );
        })}
      <Uploads {...props} />
    </>
  );
}

interface ComputedProps extends OfficeFieldsProps {
  readonly name: string;
  readonly problem: string | undefined;
}

/** What the platform works out is said large: it decides who has to agree. */
function Computed({ item, preview, name, problem }: ComputedProps) {
  const words = useLocale();
  const schema = item.form?.schema.properties[name];
  if (schema === undefined) return null;
  const text = showValue(schema, preview?.form[name], words);
  return (
    <div className={problem === undefined ? 'start-fact' : 'start-fact field-wrong'} role="status">
      <span>{titleOf(schema, words.locale)}</span>
      <strong>{text === '' ? words.t('start.notYet') : text}</strong>
      {problem === undefined ? null : <span className="field-problem">{problem}</span>}
    </div>
  );
}

function Uploads({ item, data, materials, onMaterials }: OfficeFieldsProps) {
  return askedMaterials(item, data).map((definition) => (
    <section key={definition.id} className="start-uploads">
      <h2>{definition.name}</h2>
      <PageUploads
        itemCode={item.code}
        itemVersion={item.version}
        materialId={definition.id}
        name={definition.name}
        definition={definition}
        value={materials.find(({ materialId }) => materialId === definition.id) ?? nothingYet}
        onChange={({ pages, isOnPaper }) =>
          onMaterials(
            withMaterial(materials, { materialId: definition.id, pages: [...pages], isOnPaper }),
          )
        }
      />
    </section>
  ));
}
