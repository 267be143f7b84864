import type { AutomaticAction, AutomaticNode, WaitNode } from '@yichuang/kernel/flow';
import { Input } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { withOptional } from '../model/with-optional.ts';
import { useWorkbench } from '../workbench-context.ts';
import { LimitSlots } from './LimitSlots.tsx';
import { NameFields } from './NameFields.tsx';
import { Sentence } from './Sentence.tsx';
import { PostsSlot, SelectSlot } from './slots.tsx';

/** What the platform does by itself when the case comes here. */
export function AutomaticPanel({ node }: { readonly node: AutomaticNode }) {
  const { view, words, lifecycle, changeNode } = useWorkbench();
  const { t } = words;
  const { does } = node;
  const set = (next: AutomaticAction) =>
    changeNode(node.id, (each) => (each.kind === 'automatic' ? { ...each, does: next } : each));
  const actions =
    lifecycle === 'internal'
      ? (['copy', 'issue-document'] as const)
      : (['copy', 'assess-fee', 'issue-document', 'issue-certificate'] as const);
  const onAction = (action: AutomaticAction['action']) => {
    if (action === 'copy') set({ action, posts: [] });
    else if (action === 'issue-document') set({ action, template: '' });
    else set({ action });
  };
  return (
    <>
      <NameFields node={node} />
      <Sentence
        text={t(`designer.sentence.does.${does.action}`)}
        slots={{
          does: (
            <SelectSlot
              label={t('designer.slot.does')}
              value={does.action}
              options={actions.map((action) => ({
                value: action,
                title: t(`designer.doesSlot.${action}`),
              }))}
              onChange={onAction}
            />
          ),
          template:
            does.action === 'issue-document' ? (
              <SelectSlot
                label={t('designer.slot.template')}
                value={does.template}
                placeholder={t('designer.chooseTemplate')}
                options={view.templates.map(({ id, name }) => ({ value: id, title: name }))}
                onChange={(template) => set({ ...does, template })}
              />
            ) : null,
          posts:
            does.action === 'copy' ? (
              <PostsSlot
                label={t('designer.slot.copyTo')}
                posts={does.posts}
                onChange={(posts) => set({ ...does, posts })}
              />
            ) : null,
        }}
      />
      <p className="quiet">{t(`designer.doesLead.${does.action}`)}</p>
    </>
  );
}

/** What the case waits for here; nobody has to do anything. */
export function WaitPanel({ node }: { readonly node: WaitNode }) {
  const { words, lifecycle, changeNode } = useWorkbench();
  const { t } = words;
  const set = (edit: (wait: WaitNode) => WaitNode, mark?: string) =>
    changeNode(node.id, (each) => (each.kind === 'wait' ? edit(each) : each), mark);
  const kinds =
    lifecycle === 'internal'
      ? (['time', 'message'] as const)
      : (['time', 'message', 'payment', 'special-procedure-ended'] as const);
  return (
    <>
      <NameFields node={node} />
      <Sentence
        text={t(node.until === 'time' ? 'designer.sentence.waitTime' : 'designer.sentence.wait')}
        slots={{
          until: (
            <SelectSlot
              label={t('designer.slot.until')}
              value={node.until}
              options={kinds.map((until) => ({
                value: until,
                title: t(`designer.untilSlot.${until}`),
              }))}
              onChange={(until) => set((wait) => waitUntil(wait, until))}
            />
          ),
          limit: (
            <LimitSlots
              limit={node.limit}
              isRequired
              onChange={(limit) => set((wait) => withOptional(wait, 'limit', limit))}
            />
          ),
        }}
      />
      {node.until === 'message' ? (
        <Field label={t('designer.messageName')} hint={t('designer.messageHint')}>
          {(control) => (
            <Input
              {...control}
              value={node.messageName ?? ''}
              onChange={(event) => {
                const name = event.target.value;
                set(
                  (wait) => withOptional(wait, 'messageName', name === '' ? undefined : name),
                  `message ${node.id}`,
                );
              }}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

function waitUntil({ kind, id, name, nameEn }: WaitNode, until: WaitNode['until']): WaitNode {
  const bare: WaitNode = { kind, id, name, until, ...(nameEn === undefined ? {} : { nameEn }) };
  return until === 'time' ? { ...bare, limit: { amount: 1, unit: 'WD' } } : bare;
}
