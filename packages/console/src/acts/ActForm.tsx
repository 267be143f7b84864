import type { CommandResult } from '@yichuang/contracts';
import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { Act, ActSubject, ActType } from './act.ts';
import { PreviewDialog } from './PreviewDialog.tsx';
import { isStale, useAct } from './use-act.ts';
import { verbKey } from './verb-key.ts';

export interface ActFormProps {
  readonly subject: ActSubject;
  readonly saveChecks: () => Promise<void>;
  readonly onDone: (result: CommandResult) => void;
  /** The server says that the case is not as shown: show it as it is. */
  readonly onStale: (refusal: unknown) => void;
}

/** The frame around every act: what it means, its fields, refusals, preview and the verb. */
export function ActForm<T extends ActType, V extends object>(
  props: ActFormProps & { readonly act: Act<T, V> },
) {
  const { act, subject } = props;
  const { t } = useLocale();
  const state = useAct(props);
  const form = useRef<HTMLFormElement>(null);
  const verb = t(verbKey(act.type, subject.allowed, subject.view));
  const problemNames = Object.keys(state.problems).join(' ');
  useEffect(() => {
    if (problemNames === '') return;
    form.current?.querySelector<HTMLElement>('[aria-invalid], .field-wrong input')?.focus();
  }, [problemNames]);
  const isFirst = act.preview === 'first';
  const confirm = () => void (isFirst ? state.preview() : state.send());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    confirm();
  };
  return (
    <form
      ref={form}
      className="act-form"
      noValidate
      aria-label={verb}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <p className="act-lead">{t(act.lead(subject))}</p>
      <act.Panel
        subject={subject}
        values={state.values}
        problems={state.problems}
        onChange={state.change}
      />
      {state.error === undefined ? null : (
        <ProblemNotice error={state.error}>
          {isStale(state.error) ? <p className="quiet">{t('act.stale')}</p> : null}
        </ProblemNotice>
      )}
      <div className="act-foot">
        <Button
          type="primary"
          htmlType="submit"
          danger={act.tone === 'danger'}
          loading={state.busy === 'sending' || (isFirst && state.busy === 'previewing')}
          block
          size="large"
        >
          {isFirst ? t('act.previewFirst', { verb }) : verb}
        </Button>
        <span className="quiet act-keys only-keyboard">{t('keys.send')}</span>
        {act.preview === 'offered' && subject.item?.lifecycle !== 'internal' ? (
          <Button
            type="link"
            loading={state.busy === 'previewing'}
            onClick={() => void state.preview()}
          >
            {t('act.preview')}
          </Button>
        ) : null}
      </div>
      <PreviewDialog
        file={state.previewed}
        verb={verb}
        isDanger={act.tone === 'danger'}
        isSending={state.busy === 'sending'}
        onConfirm={() => void state.send()}
        onClose={state.closePreview}
      />
    </form>
  );
}
