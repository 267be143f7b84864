import type { TurnedCase } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { formatShortAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';

interface TurnedListProps {
  readonly turned: readonly TurnedCase[];
  readonly now: string;
}

/** The cases that turned yellow or red last. */
export function TurnedList({ turned, now }: TurnedListProps) {
  const { t } = useLocale();
  return (
    <section className="board-turned" aria-labelledby="turned">
      <h2 id="turned">{t('board.turned')}</h2>
      {turned.length === 0 ? <p className="quiet">{t('board.noneTurned')}</p> : null}
      <ol>
        {turned.map(({ caseId, number, itemName, orgName, light, turnedAt }) => (
          <li key={caseId}>
            <p>
              <Light light={light} />
              <time dateTime={turnedAt}>{formatShortAt(turnedAt, now)}</time>
            </p>
            <p>
              <Link to="/cases/$caseId" params={{ caseId }}>
                {itemName}
              </Link>
            </p>
            <p className="quiet">
              {orgName} · {number}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
