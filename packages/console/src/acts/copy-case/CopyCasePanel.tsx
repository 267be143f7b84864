import { Button } from 'antd';
import { PersonPicker } from '../../people/PersonPicker.tsx';
import { useLocale } from '../../session/use-locale.ts';
import { useMyId } from '../../session/use-session.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { ActPanelProps } from '../act.ts';
import { ReasonField } from '../ReasonField.tsx';
import type { CopyCaseValues } from './form-values.ts';

/** Several people at once, each to be taken out again; to read, or to read and say something. */
export function CopyCasePanel({ values, problems, onChange }: ActPanelProps<CopyCaseValues>) {
  const { t } = useLocale();
  const me = useMyId();
  const problem = problems['to'];
  return (
    <>
      <ChoiceField
        label={t('act.CopyCase.kind')}
        value={values.isForOpinion ? 'circulation' : 'copy'}
        choices={[
          { value: 'copy', title: t('act.CopyCase.copy'), hint: t('act.CopyCase.copyHint') },
          {
            value: 'circulation',
            title: t('act.CopyCase.circulation'),
            hint: t('act.CopyCase.circulationHint'),
          },
        ]}
        onChange={(kind) => onChange({ isForOpinion: kind === 'circulation' })}
      />
      {values.to.length === 0 ? null : (
        <ul className="chosen-people" aria-label={t('act.CopyCase.chosen')}>
          {values.to.map((person) => (
            <li key={person.personId}>
              {person.name}{' '}
              <Button
                type="link"
                size="small"
                aria-label={t('act.CopyCase.without', { name: person.name })}
                onClick={() =>
                  onChange({ to: values.to.filter(({ personId }) => personId !== person.personId) })
                }
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PersonPicker
        label={t('act.CopyCase.who')}
        chosen={undefined}
        without={[...values.to.map(({ personId }) => personId), ...(me === undefined ? [] : [me])]}
        problem={problem === undefined ? undefined : t(problem.key)}
        onChoose={(person) =>
          person === undefined ? undefined : onChange({ to: [...values.to, person] })
        }
      />
      <ReasonField
        label={`${t('act.CopyCase.note')}${t('form.optional')}`}
        name="note"
        value={values.note}
        problems={problems}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}
