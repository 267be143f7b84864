import type { CaseView } from '@yichuang/contracts';
import { formatAt, formatShortAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { HandOuts } from './HandOuts.tsx';
import { PartyFacts } from './PartyFacts.tsx';
import { Readings } from './Readings.tsx';

/** What happened, newest first, in plain words, with each post's opinion; then who it is about. */
export function Story({ view }: { readonly view: CaseView }) {
  const { t, locale } = useLocale();
  const now = view.timeline.at(-1)?.at ?? view.receivedAt;
  return (
    <>
      <section className="side-section">
        <h2>{t('case.story')}</h2>
        <ol className="timeline">
          {view.timeline.toReversed().map((entry) => (
            <li key={entry.seq} className={`event event-${entry.tone}`}>
              <div className="event-text">{entry.text}</div>
              {entry.opinion === undefined || entry.opinion === '' ? null : (
                <blockquote className="opinion">{entry.opinion}</blockquote>
              )}
              <div className="quiet">
                {entry.by}
                {entry.role === undefined ? '' : `（${entry.role}）`}
                {entry.by === '' ? '' : ' · '}
                <time dateTime={entry.at} title={formatAt(entry.at, locale)}>
                  {formatShortAt(entry.at, now)}
                </time>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <Readings readings={view.readings} now={now} />
      <HandOuts handOuts={view.handOuts} />
      <section className="side-section">
        <h2>{t('case.parties')}</h2>
        <PartyFacts as="applicant" party={view.applicant} />
        <PartyFacts as="contact" party={view.contact} />
      </section>
    </>
  );
}
