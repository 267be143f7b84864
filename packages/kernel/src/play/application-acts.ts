/** Acts on an application: filing, materials, acceptance, decision, fee, service, archive. */
import type { Party } from '../case/index.ts';
import {
  basis,
  field,
  formData,
  listOf,
  maybe,
  number,
  oneOf,
  onlyTrue,
  or,
  personOf,
  task,
  word,
  words,
  type PlayField,
  type PlayMoment,
} from './play-fields.ts';
import { day, filing, referral } from './letter-fields.ts';
import type { PlayActs } from './play-act.ts';
import {
  allComplete,
  announcedPaper,
  askedAgain,
  checks,
  everyRequired,
  filed,
} from './play-materials.ts';
import { onlyFields, readNumber, readObject, readWord } from './read-values.ts';
import type { PlayPerson } from './script.ts';
import { CHANNELS, PAYMENT_METHODS, REFUSAL_GROUNDS, SERVICE_METHODS } from '../words/index.ts';

const opinion = or(words, () => '');

/** `{ "material-id": 5 }`: in so many working days. */
const deferred = field('{"material-id": 5}', (value, path) =>
  Object.entries(readObject(value, path)).map(([materialId, days]) => ({
    materialId,
    days: readNumber(days, `${path}.${materialId}`),
  })),
);

const parent = field(
  '{"caseId": "…", "nodeId": "…", "partId": "…", "number": "…"}',
  (value, path) => {
    const given = readObject(value, path);
    onlyFields(given, path, ['caseId', 'nodeId', 'partId', 'number']);
    const text = (name: string): string => readWord(given[name], `${path}.${name}`);
    return {
      caseId: text('caseId'),
      nodeId: text('nodeId'),
      partId: text('partId'),
      number: text('number'),
    };
  },
);

type ApplicationAct =
  | 'ReceiveCase'
  | 'CheckMaterials'
  | 'RequestCorrection'
  | 'SubmitCorrection'
  | 'AcceptCase'
  | 'RefuseAcceptance'
  | 'ApproveTask'
  | 'RejectTask'
  | 'ReturnTask'
  | 'AmendForm'
  | 'ResubmitCase'
  | 'StartSpecialProcedure'
  | 'EndSpecialProcedure'
  | 'ExtendLimit'
  | 'RecordPayment'
  | 'ServeResult'
  | 'WithdrawCase'
  | 'ArchiveCase'
  | 'RecordDocument'
  | 'ApplyLapses'
  | 'RecountClocks';

export const applicationActs: PlayActs<ApplicationAct> = {
  ReceiveCase: {
    word: 'file',
    fields: {
      caseId: or(word, () => 'play'),
      number: or(word, () => 'PLAY-1'),
      applicant: or(party(), filer),
      contact: or(party(), filer),
      channel: or(oneOf(...CHANNELS), ({ actor }) =>
        actor.kind === 'staff' ? 'counter' : 'online',
      ),
      form: or(formData, ({ form }) => form),
      materials: or(filed, everyRequired),
      orgId: maybe(word),
      letter: maybe(filing),
      receivedOn: maybe(day),
      parent: maybe(parent),
      deferred: maybe(deferred),
    },
  },
  CheckMaterials: {
    word: 'check-materials',
    fields: {
      taskId: task,
      checks: or(checks, allComplete),
      paperReceived: or(listOf(word), announcedPaper),
    },
  },
  RequestCorrection: { word: 'request-correction', fields: { taskId: task, items: checks } },
  SubmitCorrection: {
    word: 'submit-correction',
    fields: { materials: or(filed, askedAgain), form: or(formData, () => ({})) },
  },
  AcceptCase: {
    word: 'accept',
    fields: { taskId: task, opinion, deferred: maybe(deferred), referral: maybe(referral) },
  },
  RefuseAcceptance: {
    word: 'refuse-acceptance',
    fields: {
      taskId: task,
      ground: oneOf(...REFUSAL_GROUNDS),
      reason: words,
      basis,
      goTo: maybe(words),
    },
  },
  ApproveTask: {
    word: 'approve',
    fields: { taskId: task, opinion, isBatch: maybe(onlyTrue) },
  },
  RejectTask: {
    word: 'reject',
    fields: { taskId: task, opinion, basis: maybe(listOf(basis)) },
  },
  ReturnTask: {
    word: 'return',
    fields: {
      taskId: task,
      toStep: word,
      then: or(oneOf('walk-again', 'straight-back'), () => 'walk-again' as const),
      reason: words,
    },
  },
  AmendForm: {
    word: 'amend-form',
    fields: { taskId: task, patch: or(formData, () => ({})), materials: maybe(filed) },
  },
  ResubmitCase: {
    word: 'resubmit',
    fields: {
      taskId: task,
      form: or(formData, () => ({})),
      materials: or(filed, () => []),
      opinion,
    },
  },
  StartSpecialProcedure: {
    word: 'start-special-procedure',
    fields: { kind: word, expectedDays: number, reason: words },
  },
  EndSpecialProcedure: {
    word: 'end-special-procedure',
    fields: {
      procedureId: or(word, ({ state }) =>
        firstId(state?.specialProcedures.find((p) => p.endedOn === undefined)?.procedureId),
      ),
      result: words,
    },
  },
  ExtendLimit: { word: 'extend', fields: { days: number, reason: words } },
  RecordPayment: {
    word: 'record-payment',
    fields: {
      amountFen: or(number, ({ state }) => state?.fee?.amountFen ?? 0),
      method: or(oneOf(...PAYMENT_METHODS), () => 'cash' as const),
      receiptNumber: or(words, () => 'R-1'),
    },
  },
  ServeResult: {
    word: 'serve',
    fields: {
      taskId: task,
      method: or(oneOf(...SERVICE_METHODS), () => 'counter' as const),
      recipient: or(words, ({ state }) => state?.applicant.name ?? ''),
      trackingNumber: maybe(word),
      signatureSha256: maybe(word),
    },
  },
  WithdrawCase: { word: 'withdraw', fields: { reason: words } },
  ArchiveCase: { word: 'archive', fields: { archiveNumber: or(words, () => 'A-1') } },
  RecordDocument: {
    word: 'record-document',
    fields: {
      documentId: or(word, nextDocument),
      number: or(word, (moment) => `PLAY-${nextDocument(moment)}`),
      sha256: or(word, () => '0'.repeat(64)),
      bytes: or(number, () => 1000),
      sealedBy: maybe(word),
      certificateId: maybe(word),
    },
  },
  ApplyLapses: { word: 'apply-lapses', fields: {} },
  RecountClocks: { word: 'recount-clocks', fields: {} },
};

function party(): PlayField<Party> {
  return field('"person-id"', (value, path, scope) => asParty(personOf(value, path, scope)));
}

function filer({ people, entry, actor }: PlayMoment): Party {
  const person = people.find(({ id }) => id === entry.by);
  if (person !== undefined) return asParty(person);
  return { personId: entry.by, kind: 'natural', name: actor.kind === 'system' ? '' : actor.name };
}

function asParty({ id, name }: PlayPerson): Party {
  return { personId: id, kind: 'natural', name };
}

function nextDocument({ state }: PlayMoment): string {
  const waiting = Object.values(state?.documents ?? {}).find((d) => d.issuedAt === undefined);
  return firstId(waiting?.documentId);
}

/** A command with an empty id is refused by the act itself, which is what the play then shows. */
function firstId(id: string | undefined): string {
  return id ?? '';
}
