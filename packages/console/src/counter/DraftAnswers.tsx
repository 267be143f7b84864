import type { ItemDefinition } from '@yichuang/kernel';
import type { FormData } from '@yichuang/kernel/form';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { answersOf, givenAnswers } from './bundle-answers.ts';
import { BundleQuestions } from './BundleQuestions.tsx';
import { useBundle } from './use-bundle.ts';
import type { DraftState } from './use-draft.ts';

interface DraftAnswersProps {
  readonly item: ItemDefinition;
  readonly data: FormData;
  readonly onAnswers: DraftState['workOut'];
}

/** The answers are changed as questions again: form and materials follow from them. */
export function DraftAnswers({ item, data, onAnswers }: DraftAnswersProps) {
  const { t } = useLocale();
  const bundle = useBundle(item.code);
  const [texts, setTexts] = useState<ReturnType<typeof answersOf>>();
  const [isSending, setIsSending] = useState(false);
  if (bundle === undefined) return null;
  if (texts === undefined) {
    return (
      <Button onClick={() => setTexts(answersOf(item.form, data))}>
        {t('counter.changeAnswers')}
      </Button>
    );
  }
  const send = async () => {
    setIsSending(true);
    const isTaken = await onAnswers(bundle.id, givenAnswers(texts));
    setIsSending(false);
    if (isTaken) setTexts(undefined);
  };
  return (
    <>
      <BundleQuestions
        bundleId={bundle.id}
        texts={texts}
        onText={(question, text) => setTexts({ ...texts, [question]: text })}
      />
      <div className="upload-acts">
        <Button type="primary" loading={isSending} onClick={() => void send()}>
          {t('counter.saveAnswers')}
        </Button>
        <Button onClick={() => setTexts(undefined)}>{t('act.cancel')}</Button>
      </div>
    </>
  );
}
