import type { StaffLetterView } from '@yichuang/contracts';
import { formatAt, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';

/** What was said back, round by round, each with what its sender thought of it. */
export function Answers({ letter }: { readonly letter: StaffLetterView }) {
  const { t, locale } = useLocale();
  return (
    <ol className="answers">
      {letter.answers.map((answer) => {
        const opened = letter.reopenings.find(({ round }) => round === answer.round);
        return (
          <li key={answer.round}>
            {opened === undefined ? null : <Reopening opened={opened} />}
            <AnswerText answer={answer} title={t('letters.answerOfRound', { n: answer.round })} />
            {answer.answeredOn === undefined ? null : (
              <p className="quiet">{formatDay(answer.answeredOn, locale)}</p>
            )}
            <Rating rating={answer.rating} />
          </li>
        );
      })}
      {letter.reopenings
        .filter(({ round }) => !letter.answers.some((answer) => answer.round === round))
        .map((opened) => (
          <li key={opened.round}>
            <Reopening opened={opened} />
          </li>
        ))}
    </ol>
  );
}

type AnswerOf = Pick<
  StaffLetterView['answers'][number],
  'thanks' | 'facts' | 'result' | 'outcome' | 'basis' | 'unit' | 'officerName' | 'officerPhone'
>;

/** As its sender reads it. */
export function AnswerText({
  answer,
  title,
}: {
  readonly answer: AnswerOf;
  readonly title: string;
}) {
  const { t } = useLocale();
  const { thanks, facts, result, outcome, basis, unit, officerName, officerPhone } = answer;
  return (
    <section className="answer" aria-label={title}>
      <h3>
        {title} <span className="quiet">{unit}</span>{' '}
        {outcome === undefined ? null : <span className="tag">{t(`letterResult.${outcome}`)}</span>}
      </h3>
      {[thanks, facts, result].map((text, index) =>
        text === undefined || text === '' ? null : (
          // The parts have fixed places.
          <p key={['thanks', 'facts', 'result'][index]} className="answer-part">
            {text}
          </p>
        ),
      )}
      {basis.length === 0 ? null : (
        <p className="quiet">
          {t('letters.basis', {
            laws: basis.map(({ law, article }) => `${law} ${article}`).join(t('list.comma')),
          })}
        </p>
      )}
      <p className="quiet">
        {officerName} <span className="tabular">{officerPhone}</span>
      </p>
    </section>
  );
}

function Rating({ rating }: { readonly rating: StaffLetterView['answers'][number]['rating'] }) {
  const { t } = useLocale();
  if (rating === undefined) return null;
  return (
    <p className="rating">
      {t('letters.rating', {
        office: t(`satisfaction.${rating.office}`),
        handler: t(`satisfaction.${rating.handler}`),
      })}
      {rating.comment === '' ? null : <q> {rating.comment}</q>}
    </p>
  );
}

function Reopening({ opened }: { readonly opened: StaffLetterView['reopenings'][number] }) {
  const { t, locale } = useLocale();
  return (
    <div className="reopening">
      <strong>{t(`reopening.${opened.cause}`)}</strong>{' '}
      <span className="quiet">{formatAt(opened.at, locale)}</span>
      <p>{opened.text}</p>
    </div>
  );
}
