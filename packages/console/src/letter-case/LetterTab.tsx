import type { CaseView, StaffLetterView } from '@yichuang/contracts';
import { formatDay } from '../format/format-day.ts';
import { PartyFacts } from '../case/PartyFacts.tsx';
import { PageViewer } from '../materials/PageViewer.tsx';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { Answers } from './Answers.tsx';
import { Draft } from './Draft.tsx';
import { LostSlip } from './LostSlip.tsx';

interface LetterTabProps {
  readonly view: CaseView;
  readonly letter: StaffLetterView;
}

/** The letter as a message: who, what, where; its attachments; then the answers in turn. */
export function LetterTab({ view, letter }: LetterTabProps) {
  const { t, locale } = useLocale();
  const attached = view.materials.filter(({ pages }) => pages.length > 0);
  return (
    <article className="letter">
      <header className="letter-head">
        <PartyFacts as="sender" party={view.applicant} />
        <LetterFacts letter={letter} />
        <LostSlip view={view} />
      </header>
      <h2 className="letter-title">{letter.title}</h2>
      <div className="letter-body">{letter.body}</div>
      {letter.wish === undefined || letter.wish === '' ? null : (
        <p className="letter-wish">
          <strong>{t('letters.wish')}</strong> {letter.wish}
        </p>
      )}
      <p className="quiet">{t('case.received', { day: formatDay(view.receivedOn, locale) })}</p>
      {attached.map((material) => (
        <section key={material.materialId} aria-label={material.name}>
          <PageViewer caseId={view.caseId} material={material} />
        </section>
      ))}
      <Answers letter={letter} />
      <Draft letter={letter} />
    </article>
  );
}

function LetterFacts({ letter }: { readonly letter: StaffLetterView }) {
  const { t } = useLocale();
  const { people, sourceNumber, representatives, wantsPublic, about, review } = letter;
  const wants = textKey('letters.wantsPublic', wantsPublic ?? 'unsaid');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('letters.kind'), t(`letterKind.${letter.kind}`)],
    [t('letters.place'), join([letter.division, letter.place])],
    [t('letters.category'), letter.category],
    [t('letters.people'), people === undefined ? undefined : t('letters.peopleN', { n: people })],
    [
      t('letters.representatives'),
      join(
        representatives.map(({ name, phone }) => join([name, phone])),
        t('list.comma'),
      ),
    ],
    [t('letters.sourceNumber'), sourceNumber],
    [t('letters.public'), wants === undefined ? undefined : t(wants)],
    [t('letters.about'), about === undefined ? undefined : about.number],
    [t('letters.review'), review?.number],
  ];
  return (
    <dl className="letter-facts">
      {facts.map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function join(parts: readonly (string | undefined)[], by = ' '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(by);
}
