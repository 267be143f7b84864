import { receivedCase, subjectOf } from '../../examples/case.examples.ts';

const untouched = subjectOf(receivedCase, { act: 'RequestCorrection' });
const wrong = {
  verdict: 'wrong' as const,
  problem: '没有盖章',
  instruction: '请盖章后重新上传',
  isPaperReceived: false,
};

export const examples = {
  untouched,
  wordless: {
    ...untouched,
    checks: { ...untouched.checks, 'safety-plan': { ...wrong, problem: '  ' } },
  },
  oneWrong: { ...untouched, checks: { ...untouched.checks, 'safety-plan': wrong } },
};
