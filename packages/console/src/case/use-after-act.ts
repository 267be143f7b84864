import type { CaseView } from '@yichuang/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ActType } from '../acts/act.ts';
import { registry } from '../acts/registry.ts';
import { verbKey } from '../acts/verb-key.ts';
import { casesApi } from '../api/cases.ts';
import { lastList } from '../inbox/last-list.ts';
import { useLocale } from '../session/use-locale.ts';
import { useSession } from '../session/use-session.ts';
import { toast } from '../ui/toast.ts';
import { nextCase } from './next-case.ts';

/** What follows an act: the case anew, or the next one to do at once. */
export function useAfterAct(view: CaseView): (act: ActType) => Promise<void> {
  const { caseId } = view;
  const { t } = useLocale();
  const { settings } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (act) => {
    const allowed = view.allowed.find((one) => one.act === act) ?? {};
    const verb = t(verbKey(act, allowed, view));
    await queries.invalidateQueries({ queryKey: ['case', caseId] });
    void queries.invalidateQueries({ queryKey: ['tasks'] });
    if (registry[act].isStaying || !settings.opensNext) {
      toast(t('act.done', { verb }));
      return;
    }
    const { list, filters } = lastList();
    const page = await casesApi.tasks({
      list: 'todo',
      ...(list === 'todo' ? filters : {}),
      limit: 50,
    });
    const next = nextCase(page.rows, caseId);
    if (next === undefined) {
      toast(t('act.noNext', { verb }));
      await navigate({ to: '/todo' });
      return;
    }
    toast(t('act.next', { verb, number: next.number }));
    await navigate({ to: '/cases/$caseId', params: { caseId: next.caseId } });
  };
}
