import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { deskCase, receivedCase } from '../examples/case.examples.ts';
import { constructionPermit } from '../examples/item.examples.ts';
import { handledLetter, petitionItem } from '../examples/letter.examples.ts';
import { LocaleContext } from '../session/use-locale.ts';
import { translator, type Locale } from '../texts/locale.ts';
import { examples as accept } from './accept-case/examples.ts';
import type { Act, ActSubject, ActType } from './act.ts';
import { acceptCase } from './accept-case/index.ts';
import { examples as amend } from './amend-form/examples.ts';
import { amendForm } from './amend-form/index.ts';
import { examples as approve } from './approve-task/examples.ts';
import { approveTask } from './approve-task/index.ts';
import { examples as archive } from './archive-case/examples.ts';
import { archiveCase } from './archive-case/index.ts';
import { examples as copies } from './copy-case/examples.ts';
import { copyCase } from './copy-case/index.ts';
import { examples as ending } from './end-by-law/examples.ts';
import { revokeDecision, terminateCase } from './end-by-law/index.ts';
import { examples as extend } from './extend-limit/examples.ts';
import { extendLimit } from './extend-limit/index.ts';
import { examples as handOut } from './hand-out-case/examples.ts';
import { handOutCase } from './hand-out-case/index.ts';
import { examples as jump } from './jump-to-step/examples.ts';
import { jumpToStep } from './jump-to-step/index.ts';
import { examples as people } from './person/examples.ts';
import { addSigner, requestOpinion, transferTask } from './person/index.ts';
import { examples as reading } from './read-copy/examples.ts';
import { readCopy } from './read-copy/index.ts';
import { examples as message } from './receive-message/examples.ts';
import { receiveMessage } from './receive-message/index.ts';
import { examples as payment } from './record-payment/examples.ts';
import { recordPayment } from './record-payment/index.ts';
import { examples as refuse } from './refuse-acceptance/examples.ts';
import { refuseAcceptance } from './refuse-acceptance/index.ts';
import { examples as reject } from './reject-task/examples.ts';
import { rejectTask } from './reject-task/index.ts';
import { examples as correction } from './request-correction/examples.ts';
import { requestCorrection } from './request-correction/index.ts';
import { examples as back } from './return-task/examples.ts';
import { returnTask } from './return-task/index.ts';
import { examples as serve } from './serve-result/examples.ts';
import { serveResult } from './serve-result/index.ts';
import { examples as debt } from './settle-debt/examples.ts';
import { settleDebt } from './settle-debt/index.ts';
import { examples as start } from './start-special-procedure/examples.ts';
import { startSpecialProcedure } from './start-special-procedure/index.ts';
import { examples as corrections } from './submit-correction/examples.ts';
import { submitCorrection } from './submit-correction/index.ts';
import { examples as supply } from './supply-materials/examples.ts';
import { supplyMaterials } from './supply-materials/index.ts';
import { examples as withdraw } from './withdraw-case/examples.ts';
import { withdrawCase } from './withdraw-case/index.ts';
import { examples as words } from './words/examples.ts';
import { claimTask, freezeCase, giveOpinion, urgeCase } from './words/index.ts';
import { examples as objection } from './answer-objection/examples.ts';
import { answerObjection } from './answer-objection/index.ts';
import { examples as supervised } from './answer-supervision/examples.ts';
import { answerSupervision } from './answer-supervision/index.ts';
import { examples as draft } from './draft-answer/examples.ts';
import { draftAnswer } from './draft-answer/index.ts';
import { examples as sensitive } from './mark-sensitive/examples.ts';
import { markSensitive } from './mark-sensitive/index.ts';
import { examples as publish } from './publish-letter/examples.ts';
import { publishLetter } from './publish-letter/index.ts';
import { examples as callBack } from './record-call-back/examples.ts';
import { recordCallBack } from './record-call-back/index.ts';
import { examples as investigation } from './record-investigation/examples.ts';
import { recordInvestigation } from './record-investigation/index.ts';
import { examples as mediation } from './record-mediation/examples.ts';
import { recordMediation } from './record-mediation/index.ts';
import { examples as refer } from './refer-case/examples.ts';
import { referCase } from './refer-case/index.ts';
import { examples as privately } from './send-letter-message/examples.ts';
import { sendLetterMessage } from './send-letter-message/index.ts';
import { examples as supervise } from './supervise-case/examples.ts';
import { superviseCase } from './supervise-case/index.ts';
import { examples as links } from './link-letter/examples.ts';
import { linkLetter, unlinkLetter } from './link-letter/index.ts';
import { examples as letterWords } from './letter-words/examples.ts';
import { convertProcedure, objectToReferral, unpublishLetter } from './letter-words/index.ts';

function html(locale: Locale, panel: ReactElement): string {
  const t = translator(locale);
  return renderToStaticMarkup(
    <LocaleContext value={{ locale, t, setLocale: () => undefined }}>
      <QueryClientProvider client={new QueryClient()}>{panel}</QueryClientProvider>
    </LocaleContext>,
  );
}

/** The panel as it first appears, or with every problem shown. */
function panelOf<T extends ActType, V extends object>(act: Act<T, V>, subject: ActSubject) {
  return (locale: Locale, isChecked: boolean): string => {
    const values = act.toForm(subject, translator(locale));
    const problems = isChecked ? act.problemsOf(values, subject) : {};
    const props = { subject, values, problems, onChange: () => undefined };
    return html(locale, <act.Panel {...props} />);
  };
}

const panels = {
  accept: panelOf(acceptCase, accept.unchecked),
  'accept, some later': panelOf(acceptCase, accept.deferrable),
  'add a signer': panelOf(addSigner, people.subject),
  'ask an opinion': panelOf(requestOpinion, people.subject),
  claim: panelOf(claimTask, words.subject),
  copy: panelOf(copyCase, copies.holder),
  freeze: panelOf(freezeCase, words.subject),
  'give an opinion': panelOf(giveOpinion, words.subject),
  'hand out': panelOf(handOutCase, handOut.subject),
  jump: panelOf(jumpToStep, jump.subject),
  message: panelOf(receiveMessage, message.subject),
  'read a copy': panelOf(readCopy, reading.circulation),
  revoke: panelOf(revokeDecision, ending.subject),
  settle: panelOf(settleDebt, debt.material),
  'settle a promise': panelOf(settleDebt, debt.commitment),
  supply: panelOf(supplyMaterials, supply.subject),
  terminate: panelOf(terminateCase, ending.subject),
  transfer: panelOf(transferTask, people.subject),
  urge: panelOf(urgeCase, words.subject),
  amend: panelOf(amendForm, amend.subject),
  approve: panelOf(approveTask, approve.decision),
  archive: panelOf(archiveCase, archive.subject),
  correction: panelOf(requestCorrection, correction.oneWrong),
  corrections: panelOf(submitCorrection, corrections.subject),
  extend: panelOf(extendLimit, extend.subject),
  payment: panelOf(recordPayment, payment.subject),
  refuse: panelOf(refuseAcceptance, refuse.subject),
  reject: panelOf(rejectTask, reject.decision),
  return: panelOf(returnTask, back.subject),
  serve: panelOf(serveResult, serve.subject),
  start: panelOf(startSpecialProcedure, start.two),
  withdraw: panelOf(withdrawCase, withdraw.subject),
  'accept a letter': panelOf(acceptCase, accept.unreferred),
  'approve a flagged answer': panelOf(approveTask, approve.flagged),
  'refuse a letter': panelOf(refuseAcceptance, refuse.letter),
  'answer an objection': panelOf(answerObjection, objection.subject),
  'answer a supervision': panelOf(answerSupervision, supervised.subject),
  'write an answer': panelOf(draftAnswer, draft.petition),
  'write an answer again': panelOf(draftAnswer, draft.returned),
  'mark as sensitive': panelOf(markSensitive, sensitive.plain),
  publish: panelOf(publishLetter, publish.answered),
  'call back': panelOf(recordCallBack, callBack.subject),
  investigate: panelOf(recordInvestigation, investigation.subject),
  mediate: panelOf(recordMediation, mediation.subject),
  refer: panelOf(referCase, refer.subject),
  'write privately': panelOf(sendLetterMessage, privately.subject),
  supervise: panelOf(superviseCase, supervise.subject),
  link: panelOf(linkLetter, links.subject),
  unlink: panelOf(unlinkLetter, links.linked),
  object: panelOf(objectToReferral, letterWords.subject),
  convert: panelOf(convertProcedure, letterWords.subject),
  unpublish: panelOf(unpublishLetter, letterWords.subject),
};

/** Controls that no label, aria-label or surrounding label names. */
function nameless(markup: string): string[] {
  const controls = markup.match(/<(input|textarea|select)\b[^>]*>/g) ?? [];
  return controls.filter((control) => {
    if (/aria-label=|type="hidden"|aria-hidden="true"/.test(control)) return false;
    const id = /\bid="([^"]+)"/.exec(control)?.[1];
    return id === undefined
      ? !markup.includes(`<label class="ant-checkbox-wrapper`)
      : !markup.includes(`for="${id}"`) && !markup.includes('ant-checkbox-wrapper');
  });
}

describe.each(Object.entries(panels))('the panel "%s"', (_name, render) => {
  it('names every control', () => {
    expect(nameless(render('zh-CN', false))).toEqual([]);
  });

  it('says each problem in words, beside what it is about', () => {
    const checked = render('zh-CN', true);
    const invalid = checked.match(/aria-invalid="true"/g) ?? [];
    const described = checked.match(/field-problem/g) ?? [];
    expect(described.length).toBeGreaterThanOrEqual(invalid.length);
    expect(checked).not.toMatch(/\{\w+\}/);
  });

  it('has no Chinese of its own in English: what is left stands in the case or its item', () => {
    const left = render('en', true).match(/[\u4e00-\u9fff]+/g) ?? [];
    const data = JSON.stringify([
      constructionPermit,
      receivedCase,
      deskCase,
      correction,
      corrections,
      back,
      start,
      handledLetter,
      petitionItem,
    ]);
    expect(left.filter((words) => !data.includes(words))).toEqual([]);
  });
});
