import type { CaseView } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { formatAt, formatDay } from '../format/format-day.ts';
import { lastList } from '../inbox/last-list.ts';
import { LetterNotices } from '../letter-case/LetterNotices.tsx';
import { isOrder, orderTitle } from '../orders/order-case.ts';
import { useLocale } from '../session/use-locale.ts';
import { textKey, type TextKey } from '../texts/locale.ts';
import { setTabTitle } from '../ui/tab-title.ts';
import { FollowButton } from './FollowButton.tsx';

/** Which case it is, and in one sentence where it stands. */
export function CaseHead({ view }: { readonly view: CaseView }) {
  const { t, locale } = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  const { list, filters, letters } = lastList();
  const phase = textKey('phase', view.phase);
  const { letter } = view;
  const channel = channelKey(view);
  const title = isOrder(view)
    ? orderTitle(view)
    : `${view.applicant.name} · ${letter?.title ?? view.itemName}`;
  useEffect(() => {
    setTabTitle(title);
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [view.caseId]);
  return (
    <header className="case-head">
      {letters === undefined ? (
        <Link to={`/${list}`} search={filters} className="case-back">
          ← {t('case.back', { list: t(`nav.${list}`) })}
        </Link>
      ) : (
        <Link to="/letters" search={letters} className="case-back">
          ← {t('case.back', { list: t('nav.letters') })}
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="case-facts">
        <span className="tabular">{view.number}</span>
        <span className="tag">{phase === undefined ? view.phase : t(phase)}</span>
        <span>{t('case.received', { day: formatDay(view.receivedOn, locale) })}</span>
        {channel === undefined ? null : <span>{t(channel)}</span>}
        {letter === undefined ? null : <span>{view.itemName}</span>}
        {letter?.isPublic === true ? <span className="tag">{t('letters.tagPublic')}</span> : null}
        <span>{letter?.unit ?? view.orgName}</span>
        <FollowButton caseId={view.caseId} />
      </p>
      <p className="case-headline">
        {view.phase === 'correction-pending' ? t('case.waitsForApplicant') : view.headline}
      </p>
      {view.parent === undefined ? null : <PartOf parent={view.parent} />}
      {letter === undefined ? null : <LetterNotices letter={letter} />}
      {view.frozen === undefined ? null : (
        <p className="notice notice-soft" role="status">
          {t('frozen.banner', {
            reason: view.frozen.reason,
            by: view.frozen.by,
            at: formatAt(view.frozen.at, locale),
          })}
        </p>
      )}
    </header>
  );
}

/** A letter comes by post or by a call where an application comes to the counter. */
function channelKey({ letter, channel }: CaseView): TextKey | undefined {
  return letter === undefined ? textKey('channel', channel) : textKey('letterChannel', channel);
}

/** Where it is a part of a joint case: the way to the whole. */
function PartOf({ parent }: { readonly parent: NonNullable<CaseView['parent']> }) {
  const { t } = useLocale();
  const words = `${parent.itemName} ${parent.number}`;
  return (
    <p className="case-whole">
      {t('case.partOf')}{' '}
      {parent.canOpen ? (
        <Link to="/cases/$caseId" params={{ caseId: parent.caseId }}>
          {words}
        </Link>
      ) : (
        words
      )}
    </p>
  );
}
