import type { CaseView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { isAsked } from '@yichuang/kernel/form';
import { showValue, titleOf } from '../form/field-words.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';

interface CardFactsProps {
  readonly view: CaseView;
  readonly item: ItemDefinition;
}

/** Who asks for what, the facts of the digest large, the others below, and who agreed before. */
export function CardFacts({ view, item }: CardFactsProps) {
  const words = useLocale();
  const { t, locale } = words;
  const { orgNames } = view;
  const form = item.form;
  if (form === undefined) return null;
  const shown = form.sections
    .flatMap((section) => section.fields)
    .flatMap((name) => {
      const schema = form.schema.properties[name];
      const isShown =
        schema !== undefined && !view.hiddenFields.includes(name) && isAsked(schema, view.form);
      const text = isShown ? showValue(schema, view.form[name], { ...words, orgNames }) : '';
      return isShown && text !== '' ? [{ name, title: titleOf(schema, locale), text }] : [];
    });
  const main = new Set(item.digest?.title ?? []);
  const opinions = view.timeline.filter(({ opinion }) => (opinion ?? '') !== '').slice(-3);
  return (
    <>
      <header className="card-head">
        <span className="face face-big" aria-hidden="true">
          {view.applicant.name.slice(0, 1)}
        </span>
        <div>
          <strong>{view.applicant.name}</strong>
          <p className="quiet">{view.orgName}</p>
        </div>
        {view.clocks
          .filter(({ kind, stoppedAt }) => kind === 'step' && stoppedAt === undefined)
          .slice(0, 1)
          .map(({ clockId, light }) => (
            <Light key={clockId} light={light} />
          ))}
      </header>
      {shown
        .filter(({ name }) => main.has(name))
        .map(({ name, title, text }) => (
          <p key={name} className="card-main">
            <span className="quiet">{title}</span> {text}
          </p>
        ))}
      <dl className="card-facts">
        {shown
          .filter(({ name }) => !main.has(name))
          .map(({ name, title, text }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {opinions.length === 0 ? null : (
        <ul className="card-opinions" aria-label={t('cards.before')}>
          {opinions.map(({ seq, by, opinion }) => (
            <li key={seq}>
              <span className="quiet">{by}</span> {opinion}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
