import type { DraftView } from '@yichuang/contracts';
import type { ItemDefinition } from '@yichuang/kernel';
import { askedMaterials } from '@yichuang/kernel/case';
import { Button } from 'antd';
import { formatAt } from '../format/format-day.ts';
import { byPackage } from '../materials/by-package.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { CommitmentTick } from './CommitmentTick.tsx';
import { DraftAnswers } from './DraftAnswers.tsx';
import { DraftForm } from './DraftForm.tsx';
import { nothingYet } from './handed-in.ts';
import { PageUploads } from './PageUploads.tsx';
import { Receipt } from './Receipt.tsx';
import { useDraft } from './use-draft.ts';
import { toFormData } from './draft-values.ts';

interface DraftDeskProps {
  readonly draft: DraftView;
  readonly item: ItemDefinition;
}

/** Form, materials, check: on one page, because the clerk sees all of it on the table anyway. */
export function DraftDesk({ draft: stored, item }: DraftDeskProps) {
  const { t, locale } = useLocale();
  const state = useDraft(stored, item);
  const { draft, materials } = state;
  if (state.receipt !== undefined) return <Receipt receipt={state.receipt} />;
  const data = toFormData(item.form, state.texts, draft.form);
  const saved = state.isSaving
    ? t('counter.saving')
    : t('counter.saved', { at: formatAt(draft.savedAt, locale) });
  return (
    <Page
      title={`${draft.applicant?.name ?? ''} · ${draft.itemName}`}
      lead={<span role="status">{saved}</span>}
    >
      <div className="desk">
        <div className="desk-sheet">
          <section className="paper">
            <h2>{t('counter.form')}</h2>
            <DraftAnswers item={item} data={draft.form} onAnswers={state.workOut} />
            <DraftForm
              form={item.form}
              known={draft.known}
              problems={draft.problems}
              texts={state.texts}
              data={data}
              onText={state.setText}
              onLeave={() => void state.saveForm()}
            />
          </section>
          <section className="paper">
            <h2>{t('counter.materials')}</h2>
            {byPackage(askedMaterials(item, data)).map((group) => (
              <section key={group.name}>
                {group.name === '' ? null : <h3>{group.name}</h3>}
                {group.materials.map((definition) => {
                  const found = materials.find(({ materialId }) => materialId === definition.id);
                  return (
                    <div key={definition.id} className="asked-material">
                      <h4>
                        {definition.name}{' '}
                        <span className="quiet">
                          {t(`materials.necessity.${definition.necessity}`)}
                        </span>
                      </h4>
                      {definition.criteria === undefined ? null : (
                        <p className="quiet">{definition.criteria}</p>
                      )}
                      {found?.isCommitted === true ? null : (
                        <PageUploads
                          itemCode={item.code}
                          materialId={definition.id}
                          name={definition.name}
                          definition={definition}
                          value={found ?? nothingYet}
                          onChange={(given) =>
                            state.setMaterial({
                              materialId: definition.id,
                              pages: [...given.pages],
                              isOnPaper: given.isOnPaper,
                            })
                          }
                        />
                      )}
                      {definition.commitment === undefined ||
                      (found?.pages.length ?? 0) > 0 ||
                      found?.isOnPaper === true ? null : (
                        <CommitmentTick
                          commitment={definition.commitment}
                          isCommitted={found?.isCommitted === true}
                          onChange={(isCommitted) =>
                            state.setMaterial({
                              materialId: definition.id,
                              pages: [],
                              isOnPaper: false,
                              ...(isCommitted ? { isCommitted } : {}),
                            })
                          }
                        />
                      )}
                    </div>
                  );
                })}
              </section>
            ))}
          </section>
        </div>
        <section className="paper desk-check">
          <h2>{t('counter.check')}</h2>
          {draft.problems.length === 0 ? (
            <p className="ready">{t('counter.ready')}</p>
          ) : (
            <>
              <p>{t('counter.problems', { n: draft.problems.length })}</p>
              <ul>
                {draft.problems.map((problem) => (
                  <li key={`${problem.subject} ${problem.code} ${problem.page ?? ''}`}>
                    {problem.text}
                  </li>
                ))}
              </ul>
            </>
          )}
          {state.error === undefined ? null : <ProblemNotice error={state.error} />}
          <Button
            type="primary"
            size="large"
            loading={state.isFiling}
            disabled={state.isSaving}
            onClick={() => void state.file()}
          >
            {t('counter.file')}
          </Button>
        </section>
      </div>
    </Page>
  );
}
