import { civilDate } from '../../../time/index.ts';
import {
  isWithheld,
  knownLetter,
  letterOf,
  LETTERS_OFFICE,
  SPECIAL_LETTERS,
} from '../../letters.ts';
import { orderDocumentFor } from '../../order-document.ts';
import { hasCapability, heldTasks, isRefusal } from '../../permissions.ts';
import { refuse } from '../../refusals.ts';
import { hasEnded } from '../../state.ts';
import type { Act } from '../act.ts';

/**
 * 督办: in writing, with the ground and what is demanded, to the unit that the letter is with.
 * @basis 信访工作条例 第四十条: 党委和政府信访部门发现有关机关、单位存在违反信访工作规定受理、办理信访事项，办理信访事项推诿、
 * 敷衍、拖延、弄虚作假或者拒不执行信访处理意见等情形的，应当及时督办，并提出改进工作的建议。
 */
export const superviseCase: Act<'SuperviseCase'> = {
  type: 'SuperviseCase',
  isForTask: false,
  permit(state, context) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const rights = isWithheld(state, context.item)
      ? [SPECIAL_LETTERS]
      : [LETTERS_OFFICE, SPECIAL_LETTERS, 'supervise'];
    if (!rights.some((right) => hasCapability(context, right))) {
      return refuse('right-missing', { right: rights[0] ?? SPECIAL_LETTERS });
    }
    return hasEnded(state) && found.letter.answers.length === 0
      ? refuse('case-has-ended', { phase: state.phase })
      : undefined;
  },
  check(_state, { ground, demand, dueOn }, { at }) {
    if (ground.trim() === '' || demand.trim() === '') return [refuse('reason-required')];
    return dueOn !== undefined && dueOn < civilDate(at) ? [refuse('day-in-past')] : [];
  },
  perform(p, { ground, demand, dueOn }) {
    const supervisionId = `s${knownLetter(p).letter.supervisions.length + 1}`;
    p.emit({
      type: 'CaseSupervised',
      supervisionId,
      ground,
      demand,
      ...(dueOn === undefined ? {} : { dueOn }),
    });
    orderDocumentFor(p, 'supervised');
  },
};

/** 反馈: by who has the letter; what it says stands beside the order. */
export const answerSupervision: Act<'AnswerSupervision'> = {
  type: 'AnswerSupervision',
  isForTask: false,
  permit(state, context) {
    const found = letterOf(state, context);
    if (isRefusal(found)) return found;
    const isOpen = found.letter.supervisions.some(({ answer }) => answer === undefined);
    if (!isOpen) return refuse('no-supervision');
    return heldTasks(state, context).length > 0 ? undefined : refuse('not-your-task');
  },
  check(state, { supervisionId, text }) {
    if (text.trim() === '') return [refuse('text-required')];
    const order = state.letter?.supervisions.find((one) => one.supervisionId === supervisionId);
    return order === undefined || order.answer !== undefined ? [refuse('no-supervision')] : [];
  },
  perform(p, { supervisionId, text }) {
    const [held] = heldTasks(p.state(), p.context);
    if (held !== undefined) p.actAs(held.post);
    p.emit({ type: 'SupervisionAnswered', supervisionId, text });
  },
};
