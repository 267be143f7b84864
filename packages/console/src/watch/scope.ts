/** The scope of a rule: as it is written, and as it is said. Pure. */
import type { WatchDefinition, WatchRuleView } from '@yichuang/contracts';
import type { Translate } from '../texts/locale.ts';

export type Scope = NonNullable<WatchDefinition['scope']>;

export const KINDS_OF_CASE = ['licence', 'internal', 'letter'] as const;

/** What has nothing named is left out: a list of nothing would be no case at all. */
export function withScope(definition: WatchDefinition, change: Scope): WatchDefinition {
  const { scope: before, ...rest } = definition;
  const named = Object.entries({ ...before, ...change }).filter(([, list]) => list.length > 0);
  return named.length === 0 ? rest : { ...rest, scope: Object.fromEntries(named) };
}

/** 'Licences and services; Housing Bureau', or that it is every case. */
export function scopeInWords(
  { scope = {} }: WatchDefinition,
  { orgs, items }: WatchRuleView['scopes'],
  t: Translate,
): string {
  const named = (keys: readonly string[] = [], choices: typeof orgs): string[] =>
    keys.length === 0
      ? []
      : [keys.map((id) => choices.find(({ key }) => key === id)?.name ?? id).join(t('list.comma'))];
  const kinds = (scope.lifecycles ?? []).map((kind) => t(`watch.lifecycle.${kind}`));
  const parts = [
    ...(kinds.length === 0 ? [] : [kinds.join(t('list.comma'))]),
    ...named(scope.orgs, orgs),
    ...named(scope.items, items),
  ];
  return parts.length === 0 ? t('watch.scopeAll') : parts.join(' · ');
}
