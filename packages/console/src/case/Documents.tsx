import type { CaseView, DocumentView } from '@yichuang/contracts';
import { useState } from 'react';
import { casesApi } from '../api/cases.ts';
import { formatAt, formatDay } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { RemotePdf } from '../ui/RemotePdf.tsx';

/** The case's papers, with the chosen one in view. */
export function Documents({ view }: { readonly view: CaseView }) {
  const { t } = useLocale();
  const issued = view.documents.filter((document) => document.issuedAt !== undefined);
  const [chosen, setChosen] = useState<string>();
  const open = issued.find(({ documentId }) => documentId === chosen) ?? issued.at(-1);
  if (view.documents.length === 0) return <p className="quiet">{t('documents.none')}</p>;
  return (
    <div className="beside">
      <ul className="document-list">
        {view.documents.map((document) => (
          <li key={document.documentId}>
            <button
              type="button"
              className="document"
              disabled={document.issuedAt === undefined}
              aria-pressed={document.documentId === open?.documentId}
              onClick={() => setChosen(document.documentId)}
            >
              <strong>{document.name}</strong>
              <DocumentFacts document={document} />
            </button>
          </li>
        ))}
      </ul>
      {open === undefined ? null : (
        <RemotePdf path={casesApi.documentUrl(view.caseId, open.documentId)} title={open.name} />
      )}
    </div>
  );
}

function DocumentFacts({ document }: { readonly document: DocumentView }) {
  const { t, locale } = useLocale();
  const { issuedAt, number, validFrom, validUntil } = document;
  if (issuedAt === undefined) return <span className="quiet">{t('documents.pending')}</span>;
  return (
    <span className="quiet">
      {number === undefined ? null : <span className="line">{number}</span>}
      <span className="line">{formatAt(issuedAt, locale)}</span>
      {validFrom === undefined || validUntil === undefined ? null : (
        <span className="line">
          {t('documents.validity', {
            from: formatDay(validFrom, locale),
            until: formatDay(validUntil, locale),
          })}
        </span>
      )}
    </span>
  );
}
