import type { SchemeVersion, SchemeView } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { indicatorsApi } from '../api/indicators.ts';
import { ReportState } from '../letter-reports/ReportState.tsx';
import { useLocale } from '../session/use-locale.ts';
import type { Translate } from '../texts/locale.ts';
import './scheme.css';
import { SchemeEditor } from './SchemeEditor.tsx';
import { SchemeText } from './SchemeText.tsx';

/** 考核办法: what counts and how much; the next version is tried before anybody is assessed by it. */
export function SchemeTab({ period }: { readonly period: string }) {
  const { t } = useLocale();
  const query = useQuery({
    queryKey: ['indicators', 'scheme'],
    queryFn: () => indicatorsApi.schemes(),
  });
  return (
    <>
      <p className="quiet scheme-lead">{t('scheme.lead')}</p>
      <ReportState query={query}>
        {(view) => <SchemePage view={view} period={period} />}
      </ReportState>
    </>
  );
}

interface SchemePageProps {
  readonly view: SchemeView;
  readonly period: string;
}

function SchemePage({ view, period }: SchemePageProps) {
  const { t } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { versions, indicators, draft, canWrite } = view;
  const [newest, ...older] = versions;
  if (newest === undefined) return null;
  if (canWrite && (isOpen || draft !== undefined)) {
    return (
      <SchemeEditor
        view={view}
        begun={newest.scheme}
        period={period}
        onEdit={() => setOpen(true)}
        onClose={() => setOpen(false)}
      />
    );
  }
  return (
    <>
      <section className="paper" aria-label={titleOf(newest, t)}>
        <VersionHead version={newest} />
        <SchemeText scheme={newest.scheme} indicators={indicators} />
        {canWrite ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('scheme.change')}
          </Button>
        ) : null}
      </section>
      {older.length === 0 ? null : (
        <section className="scheme-versions" aria-label={t('scheme.versions')}>
          <h2>{t('scheme.versions')}</h2>
          {older.map((version) => (
            <details key={version.version} className="paper scheme-older">
              <summary>{titleOf(version, t)}</summary>
              <VersionHead version={version} />
              <SchemeText scheme={version.scheme} indicators={indicators} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

function titleOf({ version }: SchemeVersion, t: Translate): string {
  return version === 0 ? t('scheme.begun') : t('scheme.version', { version });
}

function VersionHead({ version: one }: { readonly version: SchemeVersion }) {
  const { t } = useLocale();
  const { holdsFrom, writtenBy = '', madeBy = '', madeAt = '', reason = '' } = one;
  if (holdsFrom === undefined) return <p>{titleOf(one, t)}</p>;
  return (
    <div>
      <p>
        <strong>{titleOf(one, t)}</strong> {t('scheme.holdsFrom', { day: holdsFrom })}
      </p>
      <p className="quiet">
        {t('scheme.madeBy', { writtenBy, madeBy, at: madeAt.slice(0, 10) })}
        {' · '}
        {t('scheme.reasonIs', { reason })}
      </p>
    </div>
  );
}
