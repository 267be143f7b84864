import type { CasePartView } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { formatRemaining } from '../format/format-remaining.ts';
import { useLocale } from '../session/use-locale.ts';
import { Light } from '../ui/Light.tsx';

/** Of a joint case: what each office does, how far it is, and its own limit inside the whole's. */
export function Parts({ parts = [] }: { readonly parts?: readonly CasePartView[] | undefined }) {
  const { t } = useLocale();
  if (parts.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('parts.title')}>
      <h2>{t('parts.title')}</h2>
      <ul className="debts">
        {parts.map((part) => (
          <li key={part.partId}>
            <div className="clock-head">
              <PartName part={part} />
              <PartLight part={part} />
            </div>
            <div className="quiet">
              {part.office} · {t(`parts.status.${part.status}`)}
              {part.status !== 'waiting' || part.after.length === 0
                ? ''
                : ` · ${t('parts.after', { names: part.after.join(t('list.comma')) })}`}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PartName({ part }: { readonly part: CasePartView }) {
  const { caseId, canOpen, name } = part;
  if (caseId === undefined || !canOpen) return <span>{name}</span>;
  return (
    <Link to="/cases/$caseId" params={{ caseId }}>
      {name}
    </Link>
  );
}

/** The light of the limit that falls due first, while the part is open. */
function PartLight({ part }: { readonly part: CasePartView }) {
  const { t } = useLocale();
  const [clock] = part.clocks
    .filter((found) => found.stoppedAt === undefined && found.dueOn !== undefined)
    .toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  if (part.status !== 'open' || clock === undefined) return null;
  return (
    <span className="part-light" title={clock.name}>
      <Light light={clock.light} /> <span className="quiet">{formatRemaining(clock, t)}</span>
    </span>
  );
}
