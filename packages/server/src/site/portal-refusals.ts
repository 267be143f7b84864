import { PortalRefusal, type LocalText } from '@yichuang/portal';
import { fill } from '../cases/index.ts';
import type { Refusal, RefusalRegistry } from '../platform/refusal.ts';

/** A use case's outcome for the portal: its value, or its refusals in both languages. */
export function createGrant(
  registry: RefusalRegistry,
): <T>(
  outcome:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusals: readonly Refusal[] },
) => T {
  return (outcome) => {
    if (outcome.ok) return outcome.value;
    throw portalRefusal(registry, outcome.refusals);
  };
}

export function portalRefusal(
  registry: RefusalRegistry,
  refusals: readonly Refusal[],
): PortalRefusal {
  const [first] = refusals;
  if (first === undefined) throw new Error('a refusal without a reason');
  const retryAfter = first.params?.['retryAfterSeconds'];
  return new PortalRefusal({
    status: registry.entries[first.code]?.http ?? 500,
    code: first.code,
    message: textOf(registry, first, 'detail'),
    nextStep: textOf(registry, first, 'nextStep'),
    problems: refusals.map((refusal) => ({
      subject: String(refusal.params?.['field'] ?? refusal.params?.['material'] ?? ''),
      text: textOf(registry, refusal, 'detail'),
    })),
    ...(typeof retryAfter === 'number' ? { retryAfterSeconds: retryAfter } : {}),
  });
}

function textOf(
  { texts }: RefusalRegistry,
  { code, params }: Refusal,
  part: 'detail' | 'nextStep',
): LocalText {
  return {
    'zh-CN': fill(texts['zh-CN'][code]?.[part] ?? code, params ?? {}),
    en: fill(texts.en[code]?.[part] ?? code, params ?? {}),
  };
}
