import type { LetterAssistance } from '@yichuang/contracts';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useAssistance } from '../letters/use-letters.ts';
import { WhyLine } from '../letters/WhyLine.tsx';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

/** Suggestions beside the letter, each with why; none of them does anything by itself. */
export function Assistance({ caseId }: { readonly caseId: string }) {
  const found = useAssistance(caseId);
  if (found.isError) {
    return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (found.data === undefined) return <Skeleton active />;
  return <AssistanceView assistance={found.data} />;
}

export function AssistanceView({ assistance }: { readonly assistance: LetterAssistance }) {
  const { t } = useLocale();
  const { category, units, limits, laws, elsewhere, similar, duplicates, points } = assistance;
  return (
    <div className="assistance">
      <Part title={t('assist.elsewhere')} isEmpty={elsewhere.length === 0}>
        {elsewhere.map((procedure) => (
          <li key={procedure.code}>
            <strong>{procedure.name}</strong>
            <div>{procedure.goTo}</div>
            <div className="quiet">
              {procedure.basis.law} {procedure.basis.article}
            </div>
            <WhyLine why={procedure.why} />
          </li>
        ))}
      </Part>
      <Part title={t('assist.duplicates')} isEmpty={duplicates.length === 0}>
        {duplicates.map((duplicate) => (
          <li key={duplicate.caseId}>
            <CaseLine found={duplicate} />
            <span className="tag">{t(`linkRelation.${duplicate.relation}`)}</span>{' '}
            {duplicate.isLinked ? <span className="tag">{t('assist.linked')}</span> : null}
            <WhyLine why={duplicate.why} />
          </li>
        ))}
      </Part>
      <Part title={t('assist.category')} isEmpty={category === undefined}>
        {category === undefined ? null : (
          <li>
            <strong>{category.name}</strong>
            <WhyLine why={category.why} />
          </li>
        )}
      </Part>
      <Part title={t('assist.units')} isEmpty={units.length === 0}>
        {units.map((unit) => (
          <li key={unit.orgId}>
            <strong>{unit.name}</strong>
            <WhyLine why={unit.why} />
          </li>
        ))}
      </Part>
      <Part title={t('assist.points')} isEmpty={points.length === 0}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </Part>
      <Part title={t('assist.similar')} isEmpty={similar.length === 0}>
        {similar.map((found) => (
          <li key={found.caseId}>
            <CaseLine found={found} />
            <WhyLine why={found.why} />
          </li>
        ))}
      </Part>
      <Part title={t('assist.laws')} isEmpty={laws.length === 0}>
        {laws.map(({ basis, why }) => (
          <li key={`${basis.law} ${basis.article}`}>
            {basis.law} {basis.article}
            <WhyLine why={why} />
          </li>
        ))}
      </Part>
      <Part title={t('assist.limits')} isEmpty={limits.length === 0}>
        {limits.map(({ ruleId, name, basis }) => (
          <li key={ruleId}>
            {name}
            <div className="quiet">
              {basis.law} {basis.article}
            </div>
          </li>
        ))}
      </Part>
    </div>
  );
}

/** Another letter in two lines: what it was about and how it ended. */
function CaseLine({ found }: { readonly found: LetterAssistance['similar'][number] }) {
  const { t } = useLocale();
  const { caseId, title, number, unit, outcome } = found;
  const result = textKey('letterResult', outcome ?? '');
  const phase = textKey('phase', found.phase);
  const ended = result ?? phase;
  return (
    <>
      <Link to="/cases/$caseId" params={{ caseId }}>
        {title}
      </Link>
      <div className="quiet">
        <span className="tabular">{number}</span> {unit ?? ''}{' '}
        {ended === undefined ? (outcome ?? '') : t(ended)}
      </div>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Part({ title, isEmpty, children }: PartProps) {
  if (isEmpty) return null;
  return (
    <section className="side-section">
      <h2>{title}</h2>
      <ul className="records">{children}</ul>
    </section>
  );
}
