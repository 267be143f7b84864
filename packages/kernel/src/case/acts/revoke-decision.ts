import { endFlow } from '../../flow/index.ts';
import { civilDate } from '../../time/index.ts';
import { hasCapability } from '../permissions.ts';
import { refuse } from '../refusals.ts';
import { hasEnded } from '../state.ts';
import { walkOf } from '../walk.ts';
import type { Act } from './act.ts';
import { endRunningProcedures } from './special-procedure.ts';

/**
 * 撤销: the authority takes back what it granted, also after the end of the case. The certificate
 * stays on record under its number; the case says that it no longer holds.
 * @basis 中华人民共和国行政许可法 第六十九条: 有下列情形之一的，作出行政许可决定的行政机关或者其上级行政机关，
 * 根据利害关系人的请求或者依据职权，可以撤销行政许可
 */
export const revokeDecision: Act<'RevokeDecision'> = {
  type: 'RevokeDecision',
  isForTask: false,
  permit(state, context) {
    if (!hasCapability(context, 'revoke-decisions')) {
      return refuse('right-missing', { right: 'revoke-decisions' });
    }
    const isGranted = state.decision?.outcome === 'granted';
    const isLaterVoid = state.phase === 'revoked' || state.phase === 'voided';
    return isGranted && !isLaterVoid ? undefined : refuse('not-granted');
  },
  check(_state, { reason, basis }) {
    if (reason.trim() === '') return [refuse('reason-required')];
    const isNamed = basis.law.trim() !== '' && basis.article.trim() !== '';
    return isNamed ? [] : [refuse('legal-basis-required')];
  },
  perform(p, { reason, basis }) {
    if (!hasEnded(p.state())) {
      endRunningProcedures(p, reason);
      endFlow(walkOf(p), 'rejected');
    }
    const revokedOn = civilDate(p.context.at);
    p.emit({ type: 'DecisionRevoked', revokedOn, reason, basis });
  },
};
