import type { ItemDefinition } from '@yichuang/kernel/case';
import { blankItem } from '../blank-item.ts';

const posts: Readonly<Record<string, readonly string[]>> = {
  intake: ['sj-counter'],
  review: ['sj-registrar'],
  decision: ['sj-leader'],
  delivery: ['sj-counter'],
  deniedDelivery: ['sj-counter'],
};

/** A licence without a problem, as small as one can be: name of the applicant, four steps. */
export function smallLicence(subitem: string): ItemDefinition {
  const blank = blankItem({
    code: `11999921YYYY00047C4000131009${subitem}`,
    name: `演示许可${subitem}`,
    orgId: 'yunxi/scjgj',
    lifecycle: 'licensing',
  });
  return {
    ...withPosts(blank),
    legalBasis: [{ law: '中华人民共和国行政许可法', article: '第十二条' }],
  };
}

function withPosts(item: ItemDefinition): ItemDefinition {
  const filled: unknown = JSON.parse(JSON.stringify(item), (_, value: unknown) => {
    const isStep = typeof value === 'object' && value !== null && 'kind' in value;
    if (!isStep || value.kind !== 'step' || !('id' in value)) return value;
    return { ...value, posts: posts[String(value.id)] ?? [] };
  });
  return filled as ItemDefinition;
}
