import type { StaffLetterView } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatAt, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Referrals } from './Referrals.tsx';

/** Where it went, what was found out and agreed on, who pressed for it. */
export function HandlingTab({ letter }: { readonly letter: StaffLetterView }) {
  const { t } = useLocale();
  const parts = [
    <Referrals key="referrals" referrals={letter.referrals} />,
    <Investigations key="investigations" letter={letter} />,
    <Mediations key="mediations" letter={letter} />,
    <Supervisions key="supervisions" letter={letter} />,
    <CallBacks key="callBacks" letter={letter} />,
    <Links key="links" letter={letter} />,
  ];
  const { referrals, investigations, mediations, supervisions, callBacks, links } = letter;
  const lists = [referrals, investigations, mediations, supervisions, callBacks, links];
  if (lists.every((list) => list.length === 0)) {
    return <p className="quiet">{t('letters.nothingYet')}</p>;
  }
  return <div className="handling">{parts}</div>;
}

interface LetterProps {
  readonly letter: StaffLetterView;
}

function Investigations({ letter: { investigations } }: LetterProps) {
  const { t, locale } = useLocale();
  return (
    <Section title={t('letters.investigations')} isEmpty={investigations.length === 0}>
      {investigations.map((record) => (
        <li key={record.recordId}>
          <strong>{formatDay(record.heldOn, locale)}</strong> {record.place}
          <p className="answer-part">{record.text}</p>
          <p className="quiet">
            {record.people === '' ? '' : t('letters.with', { people: record.people })} {record.by}
          </p>
        </li>
      ))}
    </Section>
  );
}

function Mediations({ letter: { mediations } }: LetterProps) {
  const { t, locale } = useLocale();
  return (
    <Section title={t('letters.mediations')} isEmpty={mediations.length === 0}>
      {mediations.map((agreed) => (
        <li key={agreed.mediationId}>
          <strong>{t(`mediation.${agreed.kind}`)}</strong> {formatDay(agreed.heldOn, locale)}
          <p className="answer-part">{agreed.text}</p>
          <p className="quiet">{agreed.by}</p>
        </li>
      ))}
    </Section>
  );
}

function Supervisions({ letter: { supervisions } }: LetterProps) {
  const { t, locale } = useLocale();
  return (
    <Section title={t('letters.supervisions')} isEmpty={supervisions.length === 0}>
      {supervisions.map((order) => (
        <li key={order.supervisionId}>
          <strong>{order.demand}</strong>{' '}
          {order.dueOn === undefined ? null : (
            <span className="tag">
              {t('letters.reportUntil', { day: formatDay(order.dueOn, locale) })}
            </span>
          )}
          <p>{order.ground}</p>
          <p className="quiet">
            {order.by} · {formatAt(order.at, locale)}
          </p>
          {order.answer === undefined ? (
            <p className="quiet">{t('letters.noReport')}</p>
          ) : (
            <blockquote className="opinion">
              {order.answer.text} <span className="quiet">{order.answer.by}</span>
            </blockquote>
          )}
        </li>
      ))}
    </Section>
  );
}

function CallBacks({ letter: { callBacks } }: LetterProps) {
  const { t, locale } = useLocale();
  return (
    <Section title={t('letters.callBacks')} isEmpty={callBacks.length === 0}>
      {callBacks.map((call) => (
        <li key={call.at}>
          <strong>
            {t(call.isSatisfied ? 'act.RecordCallBack.yes' : 'act.RecordCallBack.no')}
          </strong>{' '}
          {t(`callBack.${call.manner}`)}
          <p>{call.note}</p>
          <p className="quiet">
            {call.by} · {formatAt(call.at, locale)}
          </p>
        </li>
      ))}
    </Section>
  );
}

function Links({ letter: { links } }: LetterProps) {
  const { t } = useLocale();
  const standing = links.filter(({ undoneAt }) => undoneAt === undefined);
  return (
    <Section title={t('letters.links')} isEmpty={standing.length === 0}>
      {standing.map((link) => (
        <li key={link.linkId}>
          <Link to="/cases/$caseId" params={{ caseId: link.caseId }} className="tabular">
            {link.number}
          </Link>{' '}
          {t(`linkRelation.${link.relation}`)}
          <p className="quiet">
            {link.reason} {link.by}
          </p>
        </li>
      ))}
    </Section>
  );
}

interface SectionProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Section({ title, isEmpty, children }: SectionProps) {
  if (isEmpty) return null;
  return (
    <section className="side-section">
      <h2>{title}</h2>
      <ul className="records">{children}</ul>
    </section>
  );
}
