import type { ChangePart, DesignChange } from '@yichuang/contracts';
import { useLocale } from '../../session/use-locale.ts';

const parts: readonly ChangePart[] = [
  'flow',
  'form',
  'materials',
  'limits',
  'fees',
  'documents',
  'basics',
];
/** A sign as well as a colour: added, taken away, different, elsewhere. */
const signs = { added: '＋', removed: '－', changed: '≠', moved: '↕' } as const;

/** Changes as sentences, by the part of the item in which they are. */
export function ChangeList({ changes }: { readonly changes: readonly DesignChange[] }) {
  const { t } = useLocale();
  return (
    <>
      {parts.map((part) => {
        const own = changes.filter(({ where }) => where === part);
        if (own.length === 0) return null;
        return (
          <section key={part} className="changes">
            <h3>
              {t(`designer.part.${part}`)} <span className="quiet">{own.length}</span>
            </h3>
            <ul>
              {own.map((change) => (
                <li
                  key={`${change.kind} ${change.nodeId ?? change.field ?? ''} ${change.text}`}
                  className={`change change-${change.kind}`}
                >
                  <span className="change-sign" title={t(`designer.change.${change.kind}`)}>
                    {signs[change.kind]}
                  </span>
                  <span>
                    {change.text}
                    {change.before === undefined && change.after === undefined ? null : (
                      <span className="change-values">
                        {change.before === undefined ? null : <del>{change.before}</del>}
                        {change.after === undefined ? null : <ins>{change.after}</ins>}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
