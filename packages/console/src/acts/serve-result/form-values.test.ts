import { describe, expect, it } from 'vitest';
import { expectCommand } from '../../examples/expect-command.examples.ts';
import { examples } from './examples.ts';
import { problemsOf, toCommand, toForm } from './form-values.ts';

const { subject, values } = examples;

describe('serving the result', () => {
  it('proposes the contact as recipient', () => {
    expect(toForm(subject).recipient).toBe('罗建国');
  });

  it('at the counter: signature, no tracking number', () => {
    expectCommand(toCommand(values, subject), {
      type: 'ServeResult',
      taskId: 'delivery#1.1',
      method: 'counter',
      recipient: '罗建国',
      signatureSha256: 'c'.repeat(64),
    });
  });

  it('by post: tracking number, no signature', () => {
    const posted = { ...values, method: 'post' as const };
    expect(toCommand(posted, subject)).toEqual({
      type: 'ServeResult',
      taskId: 'delivery#1.1',
      method: 'post',
      recipient: '罗建国',
      trackingNumber: 'EMS1',
    });
    const problems = problemsOf({ ...posted, trackingNumber: '' });
    expect(Object.keys(problems)).toEqual(['trackingNumber']);
  });

  it('does not lose a signature that was drawn and not saved', () => {
    expect(Object.keys(problemsOf({ ...values, isSignatureUnsaved: true }))).toEqual(['signature']);
    expect(problemsOf({ ...values, method: 'post', isSignatureUnsaved: true })).toEqual({});
  });

  it('may be served unsigned', () => {
    const unsigned = { ...values, signatureSha256: '' };
    expect(problemsOf(unsigned)).toEqual({});
    expect(toCommand(unsigned, subject)).not.toHaveProperty('signatureSha256');
  });
});
