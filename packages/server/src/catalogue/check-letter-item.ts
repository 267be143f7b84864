/** What an item of letters has to say that a licence does not. */
import { letterFields, type ItemDefinition, type LetterDefinition } from '@yichuang/kernel/case';
import { stepsOf } from '@yichuang/kernel/flow';
import { findLimitRule } from '@yichuang/kernel/time';
import type { ItemContext } from './item-context.ts';
import type { Report } from './read-pack.ts';

export function checkLetterItem(
  item: ItemDefinition,
  letter: LetterDefinition,
  context: ItemContext,
  report: Report,
): void {
  if (!context.organisations.has(item.orgId)) {
    report('/orgId', 'unknown-organisation', { id: item.orgId });
  }
  for (const [pointer, ruleId] of rulesOf(item, letter)) {
    if (ruleId === undefined || findLimitRule(context.rules, ruleId) !== undefined) continue;
    report(pointer, 'unknown-limit-rule', { id: ruleId });
  }
  const fields = item.form?.schema.properties ?? {};
  for (const field of [letterFields.title, letterFields.body]) {
    if (fields[field] === undefined) report('/form', 'unknown-form-field', { field });
  }
  // Where a follow-up question goes: to a step at which an answer can be written.
  const steps = item.flow === undefined ? [] : stepsOf(item.flow);
  const isThere = steps.some(({ id, duty }) => id === letter.answerStep && duty === 'task');
  if (!isThere) report('/letter/answerStep', 'answer-step-unknown', { id: letter.answerStep });
}

function rulesOf(
  item: ItemDefinition,
  letter: LetterDefinition,
): readonly (readonly [pointer: string, ruleId: string | undefined])[] {
  return [
    ['/statutoryLimit/ruleId', item.statutoryLimit?.ruleId],
    ['/committedLimit/ruleId', item.committedLimit?.ruleId],
    ['/letter/registration/ruleId', letter.registration?.ruleId],
    ['/letter/acceptance/ruleId', letter.acceptance?.ruleId],
    ['/letter/objection/ruleId', letter.objection?.ruleId],
    ['/letter/simple/acceptance/ruleId', letter.simple?.acceptance.ruleId],
    ['/letter/simple/result/ruleId', letter.simple?.result.ruleId],
    ['/letter/review/ruleId', letter.review?.ruleId],
    ['/letter/followUp/ruleId', letter.followUp?.ruleId],
    ['/letter/rectification/ruleId', letter.rectification?.ruleId],
  ];
}
