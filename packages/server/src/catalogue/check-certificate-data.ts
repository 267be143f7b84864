import type { CertificateDefinition, ItemDefinition } from '@yichuang/kernel/case';
import { readsOf } from './conditions.ts';
import { pointerPart } from './json-lines.ts';
import type { Report } from './read-pack.ts';

/** What issuing hands to the expressions beside the form; see issuing/certificate-data.ts. */
const facts: ReadonlySet<string> = new Set([
  'titles',
  'number',
  'issuedOn',
  'validFrom',
  'validUntil',
  'applicant',
]);

/**
 * What is printed on a certificate is written in FEEL; a field that vanished from the form would
 * leave an empty line on it, noticed by whoever hangs it on the wall.
 */
export function checkCertificateData(
  { data = {}, grant }: CertificateDefinition,
  item: ItemDefinition,
  report: Report,
): void {
  const fields = item.form?.schema.properties ?? {};
  const expressions = Object.entries(data).map(([name, expression]) => [
    `/certificate/data${pointerPart(name)}`,
    expression,
  ]);
  if (grant !== undefined) expressions.push(['/certificate/grant', grant]);
  for (const [pointer = '', expression = ''] of expressions) {
    const { parses, names } = readsOf(expression);
    if (!parses) report(pointer, 'condition-does-not-parse', { condition: expression });
    const unknown = names.find((name) => !facts.has(name) && fields[name] === undefined);
    if (parses && unknown !== undefined) {
      report(pointer, 'condition-names-unknown-field', { field: unknown });
    }
  }
}
