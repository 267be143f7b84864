import type { StaffLetterView } from '@yichuang/contracts';
import { Input } from 'antd';
import { useLocale } from '../../session/use-locale.ts';
import { Field } from '../../ui/Field.tsx';
import { originalAnswers, withWording, type PublishLetterValues } from './form-values.ts';

interface WordingDeskProps {
  readonly letter: StaffLetterView | undefined;
  readonly values: PublishLetterValues;
  readonly onChange: (change: Partial<PublishLetterValues>) => void;
}

/** Each part twice: as it was written, and as everybody will read it. */
export function WordingDesk({ letter, values, onChange }: WordingDeskProps) {
  const { t } = useLocale();
  return (
    <div className="wording">
      <p className="quiet">{t('act.PublishLetter.desk')}</p>
      <WordingPair
        label={t('letters.title')}
        original={letter?.title ?? ''}
        value={values.title}
        maxLength={200}
        onChange={(title) => onChange(withWording({ title }))}
      />
      <WordingPair
        label={t('letters.body')}
        original={letter?.body ?? ''}
        value={values.body}
        maxLength={10_000}
        onChange={(body) => onChange(withWording({ body }))}
      />
      {originalAnswers(letter).map(({ round, text }) => (
        <WordingPair
          key={round}
          label={t('letters.answerOfRound', { n: round })}
          original={text}
          value={values.answers[round] ?? ''}
          maxLength={4000}
          onChange={(answer) =>
            onChange(withWording({ answers: { ...values.answers, [round]: answer } }))
          }
        />
      ))}
    </div>
  );
}

interface WordingPairProps {
  readonly label: string;
  readonly original: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
}

function WordingPair({ label, original, value, maxLength, onChange }: WordingPairProps) {
  const { t } = useLocale();
  return (
    <div className="wording-pair">
      <div>
        <div className="field-label">{t('act.PublishLetter.original', { part: label })}</div>
        <div className="wording-original">{original}</div>
      </div>
      <Field label={t('act.PublishLetter.public', { part: label })}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 16 }}
            maxLength={maxLength}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
