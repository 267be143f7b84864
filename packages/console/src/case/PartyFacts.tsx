import type { CaseView } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';

interface PartyFactsProps {
  readonly as: 'applicant' | 'contact' | 'sender';
  readonly party: CaseView['applicant'];
}

/** Numbers come masked from the server unless the reader may see them. */
export function PartyFacts({ as, party }: PartyFactsProps) {
  const { t } = useLocale();
  const kind = textKey('party', party.kind);
  return (
    <dl className="party">
      <dt>{t(`party.${as}`)}</dt>
      <dd>
        <strong>{party.name}</strong>
        {kind === undefined ? null : <span className="quiet"> {t(kind)}</span>}
        {party.code === undefined ? null : <div className="tabular">{party.code}</div>}
        {party.phone === undefined ? null : (
          <div className="tabular">
            {party.phone.includes('*') ? (
              party.phone
            ) : (
              <a href={`tel:${party.phone}`}>{party.phone}</a>
            )}
          </div>
        )}
      </dd>
    </dl>
  );
}
