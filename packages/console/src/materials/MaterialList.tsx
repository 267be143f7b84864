import type { MaterialView } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import type { CheckValues } from './check-values.ts';
import { byPackage } from './by-package.ts';

interface MaterialListProps {
  readonly materials: readonly MaterialView[];
  readonly checks: CheckValues;
  readonly open: string | undefined;
  readonly onOpen: (materialId: string) => void;
}

const marks: Readonly<Record<string, string>> = { complete: '✓', missing: '–', wrong: '✕' };

/** The list by packages, each with its verdict as sign and word. */
export function MaterialList({ materials, checks, open, onOpen }: MaterialListProps) {
  const { t } = useLocale();
  return (
    <nav className="material-list" aria-label={t('materials.list')}>
      {byPackage(materials).map((group) => (
        <section key={group.name}>
          {group.name === '' ? null : <h3>{group.name}</h3>}
          <ul>
            {group.materials.map((material) => {
              const verdict = checks[material.materialId]?.verdict ?? 'unchecked';
              const necessity = textKey('materials.necessity', material.necessity);
              return (
                <li key={material.materialId}>
                  <button
                    type="button"
                    aria-current={material.materialId === open ? 'true' : undefined}
                    onClick={() => onOpen(material.materialId)}
                  >
                    <span className={`mark mark-${verdict}`} aria-hidden="true">
                      {marks[verdict] ?? '○'}
                    </span>
                    <span className="material-name">
                      {material.name}
                      <span className="quiet line">
                        {t(`materials.${verdict}`)}
                        {necessity === undefined ? '' : ` · ${t(necessity)}`}
                        {material.isOnPaper
                          ? ` · ${t('materials.paper')}`
                          : ` · ${t('counter.pages', { n: material.pages.length })}`}
                        {material.filings > 1
                          ? ` · ${t('materials.filings', { n: material.filings })}`
                          : ''}
                      </span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
