import type { ReactNode } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { OfficeFields, type OfficeFieldsProps } from './OfficeFields.tsx';
import { StartBar } from './StartBar.tsx';
import type { Sending } from './use-sending.ts';

interface OfficeSheetProps extends Omit<OfficeFieldsProps, 'showsProblems'> {
  readonly sending: Sending;
  readonly verb: string;
  readonly onSend: () => void;
  /** Above the sheet: why one is here. */
  readonly notice?: ReactNode;
  /** On the sheet, above the questions. */
  readonly children?: ReactNode;
  /** Beside the button that sends. */
  readonly otherActs?: ReactNode;
}

/** An approval on one page: its questions, what is wrong, who gets it, and the button. */
export function OfficeSheet(props: OfficeSheetProps) {
  const { sending, verb, onSend, notice, children, otherActs, ...fields } = props;
  const { item, preview } = fields;
  const { locale } = useLocale();
  const { showsProblems, isSending, error } = sending;
  return (
    <Page title={locale === 'en' ? (item.nameEn ?? item.name) : item.name}>
      {notice}
      <div className="start-sheet">
        {children}
        <OfficeFields {...fields} showsProblems={showsProblems} />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </div>
      <StartBar preview={preview} isSending={isSending} verb={verb} onSend={onSend}>
        {otherActs}
      </StartBar>
    </Page>
  );
}
