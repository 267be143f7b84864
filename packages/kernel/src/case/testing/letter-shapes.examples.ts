/** Commands about letters filled with garbage: what each field may hold at all. */
import fc from 'fast-check';
import type { LetterCommand } from '../index.ts';

type Shape = Readonly<Record<string, fc.Arbitrary<unknown>>>;

export function letterShapes({
  text,
  law,
}: {
  readonly text: fc.Arbitrary<string>;
  readonly law: fc.Arbitrary<unknown>;
}): { readonly [T in LetterCommand['type']]: Shape } {
  const isThere = fc.boolean();
  const units = fc.array(text, { maxLength: 2 });
  const day = fc.constantFrom('2026-03-02', '2026-03-04', '2030-01-01');
  const mood = fc.constantFrom('satisfied', 'mostly', 'dissatisfied');
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const referral = {
    toOrg: text,
    manner: fc.constantFrom('transfer', 'assign'),
    note: text,
    coUnits: maybe(units),
    reportBy: maybe(day),
    procedure: maybe(fc.constant('simple')),
  };
  const answer = fc.record(
    {
      thanks: text,
      result: text,
      facts: text,
      basis: fc.array(law, { maxLength: 2 }),
      outcome: fc.constantFrom('supported', 'mediated'),
      officerName: text,
      officerPhone: text,
    },
    { requiredKeys: ['thanks', 'result', 'officerName', 'officerPhone'] },
  );
  return {
    ReferCase: { taskId: text, ...referral },
    ObjectToReferral: { taskId: text, reason: text },
    AnswerObjection: {
      taskId: text,
      isUpheld: isThere,
      reason: text,
      referral: maybe(fc.record(referral)),
    },
    ConvertProcedure: { taskId: text, reason: text },
    DraftAnswer: {
      taskId: text,
      answer,
      findings: fc.array(fc.record({ code: text, quote: text }), { maxLength: 2 }),
    },
    AskFollowUp: { text },
    RateAnswer: { office: mood, handler: mood, comment: text },
    SendLetterMessage: { to: fc.constantFrom('sender', 'office', 'handler'), text },
    RecordInvestigation: { taskId: text, heldOn: day, place: text, people: text, text },
    RecordMediation: {
      taskId: text,
      kind: fc.constantFrom('mediation', 'settlement'),
      heldOn: day,
      text,
    },
    LinkLetter: {
      caseId: text,
      number: text,
      relation: fc.constantFrom('repeated', 'same-matter'),
      reason: text,
    },
    UnlinkLetter: { linkId: text, reason: text },
    MarkSensitive: { isSensitive: isThere, reason: text },
    PublishLetter: { title: text, body: text, answers: fc.dictionary(text, text, { maxKeys: 2 }) },
    UnpublishLetter: { reason: text },
    RecordCallBack: {
      manner: fc.constantFrom('phone', 'visit', 'message'),
      isSatisfied: isThere,
      note: text,
    },
    SuperviseCase: { ground: text, demand: text, dueOn: maybe(day) },
    AnswerSupervision: { supervisionId: text, text },
    RequestReview: { reason: text, orgId: text },
    RecordReview: { requestId: text, caseId: text, number: text },
  };
}
