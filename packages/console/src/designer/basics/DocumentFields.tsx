import type { DocumentMoment } from '@yichuang/kernel/case';
import { useWorkbench } from '../workbench-context.ts';
import { useChangeItem } from './use-change-item.ts';

/** Of licences: letters are not drawn here. */
const MOMENTS = [
  'received',
  'correction',
  'accepted',
  'acceptance-refused',
  'special-procedure',
  'extended',
  'granted',
  'denied',
  'payment',
  'served',
] as const satisfies readonly DocumentMoment[];

/** Which document goes out at which moment of a case; none where nothing is chosen. */
export function DocumentFields() {
  const { view, design, words } = useWorkbench();
  const { t } = words;
  const documents = design.item.documents ?? {};
  const change = useChangeItem();
  const set = (moment: DocumentMoment, template: string) => {
    const { [moment]: _, ...others } = documents;
    const next = template === '' ? others : { ...others, [moment]: template };
    change('documents', Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <table className="plain-table">
      <tbody>
        {MOMENTS.map((moment) => (
          <tr key={moment}>
            <th scope="row" id={`moment-${moment}`}>
              {t(`designer.moment.${moment}`)}
            </th>
            <td>
              <select
                className="select"
                aria-labelledby={`moment-${moment}`}
                value={documents[moment] ?? ''}
                onChange={(event) => set(moment, event.target.value)}
              >
                <option value="">{t('designer.noDocument')}</option>
                {view.templates.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
