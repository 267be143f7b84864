import { missing, taskOf, type ActSubject, type CommandOf, type Problems } from '../act.ts';

export interface ServeResultValues {
  readonly method: CommandOf<'ServeResult'>['method'];
  readonly recipient: string;
  readonly trackingNumber: string;
  /** Of the uploaded picture; '' while there is none. */
  readonly signatureSha256: string;
  /** Something is drawn that has not been saved. */
  readonly isSignatureUnsaved: boolean;
}

export function toForm(subject: ActSubject): ServeResultValues {
  return {
    method: 'counter',
    recipient: subject.view.contact.name,
    trackingNumber: '',
    signatureSha256: '',
    isSignatureUnsaved: false,
  };
}

export function toCommand(
  values: ServeResultValues,
  subject: ActSubject,
): CommandOf<'ServeResult'> {
  const { method, signatureSha256 } = values;
  return {
    type: 'ServeResult',
    taskId: taskOf(subject),
    method,
    recipient: values.recipient.trim(),
    ...(method === 'post' ? { trackingNumber: values.trackingNumber.trim() } : {}),
    ...(method === 'counter' && signatureSha256 !== '' ? { signatureSha256 } : {}),
  };
}

export function problemsOf(values: ServeResultValues): Problems {
  const { method, recipient, trackingNumber, isSignatureUnsaved } = values;
  const noRecipient = recipient.trim() === '';
  const noTracking = method === 'post' && trackingNumber.trim() === '';
  const unsaved = method === 'counter' && isSignatureUnsaved;
  return {
    ...missing(noRecipient, 'recipient', 'act.ServeResult.recipientMissing'),
    ...missing(noTracking, 'trackingNumber', 'act.ServeResult.trackingMissing'),
    ...missing(unsaved, 'signature', 'act.ServeResult.signatureMissing'),
  };
}
