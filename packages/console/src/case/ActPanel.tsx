import type { AllowedActView, CaseView, CommandResult } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { actKey } from '../acts/act-key.ts';
import type { ActType } from '../acts/act.ts';
import { draftKey, dropDraft, wordsOf } from '../acts/drafts.ts';
import { isActType, registry } from '../acts/registry.ts';
import type { CheckValues } from '../materials/check-values.ts';
import { useLocale } from '../session/use-locale.ts';
import { ActVerbs } from './ActVerbs.tsx';
import { GoneAct } from './GoneAct.tsx';

export interface ActPanelProps {
  readonly view: CaseView;
  readonly item: ItemDefinition | undefined;
  readonly checks: CheckValues;
  readonly offered: readonly AllowedActView[];
  /** Why the last act was refused, when the case had moved meanwhile. */
  readonly refusal: unknown;
  /** Key of the act whose form is open. */
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
  /** Keeps the form that is being typed into, whatever becomes the main act meanwhile. */
  readonly onPin: (key: string) => void;
  readonly saveChecks: () => Promise<void>;
  readonly onDone: (act: ActType, result: CommandResult) => void;
  readonly onStale: (refusal: unknown) => void;
}

/** What may be done now, and nothing else: the verbs, then the form of the chosen one. */
export function ActPanel(props: ActPanelProps) {
  const { view, item, checks, offered, refusal, open, onOpen, onPin } = props;
  const { saveChecks, onDone, onStale } = props;
  const { t } = useLocale();
  const chosen = offered.find((allowed) => actKey(allowed) === open);
  const allowed = chosen ?? offered[0];
  const gone = open !== undefined && chosen === undefined ? draftKey(view.caseId, open) : undefined;
  const words = gone === undefined ? [] : wordsOf(gone);
  return (
    <section className="side-section acts" aria-label={t('case.acts')}>
      {gone === undefined || words.length === 0 ? null : (
        <GoneAct
          words={words}
          refusal={refusal}
          onClose={() => {
            dropDraft(gone);
            onOpen(undefined);
          }}
        />
      )}
      {allowed === undefined ? <p className="quiet">{t('case.noActs')}</p> : null}
      {allowed === undefined ? null : (
        <ActVerbs view={view} offered={offered} open={actKey(allowed)} onOpen={onOpen} />
      )}
      {allowed === undefined || !isActType(allowed.act) ? null : (
        <div onFocus={() => onPin(actKey(allowed))}>
          <FormOf
            key={actKey(allowed)}
            type={allowed.act}
            subject={{ view, item, allowed, checks }}
            saveChecks={saveChecks}
            onDone={onDone}
            onStale={onStale}
          />
        </div>
      )}
    </section>
  );
}

interface FormOfProps {
  readonly type: ActType;
  readonly subject: {
    readonly view: CaseView;
    readonly item: ItemDefinition | undefined;
    readonly allowed: AllowedActView;
    readonly checks: CheckValues;
  };
  readonly saveChecks: () => Promise<void>;
  readonly onDone: (act: ActType, result: CommandResult) => void;
  readonly onStale: (refusal: unknown) => void;
}

function FormOf({ type, subject, saveChecks, onDone, onStale }: FormOfProps) {
  const { Form } = registry[type];
  return (
    <Form
      subject={subject}
      saveChecks={saveChecks}
      onDone={(result) => onDone(type, result)}
      onStale={onStale}
    />
  );
}
