/** What a schema cannot say about an item: references, sums, and the rules of law over it. */
import type { ItemDefinition } from '@yichuang/kernel/case';
import { fieldsIn } from '@yichuang/kernel/form';
import { parseTaskCode } from '@yichuang/kernel/ids';
import { findLimitRule } from '@yichuang/kernel/time';
import { checkItemFees } from './check-item-fees.ts';
import { checkItemFlow } from './check-item-flow.ts';
import { checkAskedWhen, checkItemForm } from './check-item-form.ts';
import { checkInternalItem } from './check-internal-item.ts';
import { checkLetterItem } from './check-letter-item.ts';
import type { ItemContext } from './item-context.ts';
import type { Report } from './read-pack.ts';

export function checkItem(item: ItemDefinition, context: ItemContext, report: Report): void {
  if (item.lifecycle === 'internal') checkInternalItem(item, context, report);
  else if (item.letter !== undefined) checkLetterItem(item, item.letter, context, report);
  else checkLicence(item, context, report);
  checkMaterials(item, report);
  checkTemplates(item, context, report);
  if (item.form !== undefined) checkItemForm(item.form, report);
  checkItemFees(item, report);
  if (item.isOnline && (item.flow === undefined || item.form === undefined)) {
    report('/isOnline', 'online-without-flow');
  }
  if (item.flow !== undefined) checkItemFlow(item, item.flow, context, report);
}

/** What law asks of an item that people outside ask for. */
function checkLicence(item: ItemDefinition, context: ItemContext, report: Report): void {
  checkIdentity(item, context, report);
  checkVisits(item, report);
  checkLimits(item, context, report);
}

function checkIdentity(item: ItemDefinition, context: ItemContext, report: Report): void {
  const org = context.organisations.get(item.orgId);
  if (org === undefined) report('/orgId', 'unknown-organisation', { id: item.orgId });
  const code = parseTaskCode(item.code);
  if (!code.ok) report('/code', 'number-invalid', { value: item.code, problem: code.problem });
  else if (org?.creditCode !== undefined && org.creditCode !== code.ownerCreditCode) {
    report('/code', 'code-not-of-the-organisation', { orgId: org.id });
  }
  for (const [i, id] of item.themes.entries()) {
    if (!context.themeIds.has(id)) report(`/themes/${i}`, 'unknown-theme', { id });
  }
}

/** Rule of the national checker of item lists (laws.md §6.3): visits ≠ 0 ⇒ a reason. */
function checkVisits(item: ItemDefinition, report: Report): void {
  if (item.visits > 0 && item.visitReason === undefined) {
    report('/visits', 'visit-without-reason', { visits: item.visits });
  }
  if (item.visits === 0 && item.visitReason !== undefined) {
    report('/visitReason', 'reason-without-visit');
  }
}

/** @basis 优化营商环境条例 第三十六条: 可以在国家规定的时限内进一步压减时间，并应当向社会公开。 */
function checkLimits(item: ItemDefinition, context: ItemContext, report: Report): void {
  const { statutoryLimit, committedLimit } = item;
  const named = [
    ['/statutoryLimit/ruleId', statutoryLimit?.ruleId],
    ['/committedLimit/ruleId', committedLimit?.ruleId],
    ['/correctionRule', item.correctionRule],
    ['/serviceRule', item.serviceRule],
  ] as const;
  for (const [pointer, id] of named) {
    if (id !== undefined && findLimitRule(context.rules, id) === undefined) {
      report(pointer, 'unknown-limit-rule', { id });
    }
  }
  if (statutoryLimit !== undefined && committedLimit !== undefined) {
    const [statutory, committed] = [statutoryLimit.amount, committedLimit.amount];
    if (committed > statutory) {
      report('/committedLimit', 'committed-longer-than-statutory', { statutory, committed });
    }
  }
  const rule = findLimitRule(context.rules, statutoryLimit?.ruleId ?? '');
  for (const [i, { kind }] of item.specialProcedures.entries()) {
    if (rule === undefined || rule.suspendedBy.includes(kind)) continue;
    const params = { kind, rule: rule.id };
    report(`/specialProcedures/${i}/kind`, 'unknown-special-procedure', params);
  }
}

function checkMaterials(item: ItemDefinition, report: Report): void {
  const seen = new Set<string>();
  for (const [i, material] of item.materials.entries()) {
    const at = `/materials/${i}`;
    if (seen.has(material.id)) report(`${at}/id`, 'id-used-twice', { id: material.id });
    seen.add(material.id);
    // @basis 国务院令第716号 第七条: 能够通过数据共享获得的信息，不得要求申请人另行提供。
    if (material.heldAs !== undefined && material.necessity === 'required') {
      report(`${at}/necessity`, 'shareable-but-required');
    }
    for (const { field } of material.when === undefined ? [] : fieldsIn(material.when)) {
      if (item.form?.schema.properties[field] !== undefined) continue;
      report(`${at}/when`, 'unknown-form-field', { field });
    }
    if (material.when !== undefined && item.form !== undefined) {
      checkAskedWhen(material.when, item.form, `${at}/when`, report);
    }
    const { minPixels, maxPixels } = material.upload ?? {};
    if (minPixels === undefined || maxPixels === undefined) continue;
    if (minPixels[0] > maxPixels[0] || minPixels[1] > maxPixels[1]) {
      report(`${at}/upload/minPixels`, 'pixel-range-empty');
    }
  }
}

function checkTemplates(item: ItemDefinition, { templateIds }: ItemContext, report: Report): void {
  if (templateIds === undefined) return;
  const named: [string, string][] = Object.entries(item.documents ?? {}).map(([moment, id]) => [
    `/documents/${moment}`,
    id,
  ]);
  const certificate = item.certificate?.template;
  if (certificate !== undefined) named.push(['/certificate/template', certificate]);
  for (const [pointer, id] of named) {
    if (!templateIds.has(id)) report(pointer, 'unknown-template', { id });
  }
}
