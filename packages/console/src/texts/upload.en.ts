import type { uploadZhCN } from './upload.zh-CN.ts';

export const uploadEn: Readonly<Record<keyof typeof uploadZhCN, string>> = {
  'supervision.page.upload': 'Upload',
  'upload.title': 'Upload to the level above',
  'upload.lead':
    'Acceptance, steps, results and certificates are told to the level above and compared ' +
    'each day. Letters and internal approvals are not.',
  'upload.off': 'No upload is configured: nothing was sent',
  'upload.offTodo':
    'If it is wanted, have the administrator set UPLOAD_URL and UPLOAD_TOKEN; it begins ' +
    'with the first case there is.',
  'upload.upToDate': 'Everything is uploaded',
  'upload.behind': '{count} cases are still to be uploaded; the first has waited since {since}',
  'upload.held': '{count} cases cannot be uploaded and need attention',
  'upload.heldTodo': 'All others go on. Below each case says why, and what to do.',
  'upload.differing': '{count} days differ from what the receiver has',
  'upload.differingTodo': 'Look at the differences, send again, then compare once more.',
  'upload.standing': 'The upload stands still: {why}, since {since}',
  'upload.fault.unreachable': 'the receiver cannot be reached',
  'upload.fault.timeout': 'the receiver does not answer in time',
  'upload.fault.status': 'the receiver answers {status}',
  'upload.fault.not-understood': 'the receiver’s answer cannot be read',
  'upload.todo.token':
    'The token is wrong or was withdrawn: ask the receiver for another, set UPLOAD_TOKEN, ' +
    'start again.',
  'upload.todo.address': 'The address is wrong: check UPLOAD_URL.',
  'upload.todo.protocol':
    'Ask the receiver to check against the interface; most likely it changed, or a web ' +
    'page stands between.',
  'upload.todo.receiver':
    'It is tried again by itself, and goes on without gap or double. If it lasts, call the ' +
    'receiver.',
  'upload.tryNow': 'Try now',
  'upload.trying': 'Trying again',
  'upload.receiver': 'Receiver',
  'upload.lastAnswer': 'Last answer',
  'upload.nextTry': 'Next try',
  'upload.waiting': 'Cases waiting',
  'upload.root': 'Ledger roots up to',
  'upload.shape': 'Shape',
  'upload.shapeName': '{name} (version {version})',
  'upload.kind': 'Data',
  'upload.isTest': 'invented, and marked so',
  'upload.line': 'Line',
  'upload.isPlain': 'not encrypted (http): personal numbers cross the network in clear',
  'upload.contradicted': 'The ledger root of {day} is not the one that the level above keeps',
  'upload.contradictedTodo':
    'Records of that day may have been changed, or an old backup put back. Keep everything ' +
    'as it is and compare with the level above.',
  'upload.heldTitle': 'Cases that cannot be uploaded ({count})',
  'upload.moreHeld': '{count} more are shown once these are settled.',
  'upload.resend': 'Send again',
  'upload.resendCase': 'Send {number} again',
  'upload.resent': '{number} will be sent again',
  'upload.triedAt': 'Tried again by itself at {at}.',
  'upload.noReason': 'no reason given',
  'upload.problem.invalid': '“{column}” of “{table}” {wrong}',
  'upload.problem.refused': 'The receiver refused “{table}”: {reason}',
  'upload.problem.out-of-order':
    'The receiver lacks earlier data of this case, also after it was sent from the start ({table})',
  'upload.problem.receiver-error': 'The receiver fails whenever it gets this case ({table})',
  'upload.problem.item-gone': 'The item of this case is in no pack any more',
  'upload.problem.unreadable': 'This case cannot be read here',
  'upload.problemTodo.invalid':
    'Have the administrator complete the organisation or the item, or change the shape ' +
    '(upload.json); then send again.',
  'upload.problemTodo.refused':
    'Do as the receiver says, or have it registered there; then send again.',
  'upload.problemTodo.out-of-order':
    'Have the receiver check its data of the case; then send again.',
  'upload.problemTodo.receiver-error': 'Give the receiver the case number to look into it.',
  'upload.problemTodo.item-gone': 'Have the administrator put the pack back; then send again.',
  'upload.problemTodo.unreadable': 'Have the administrator look at the log and verify the ledger.',
  'upload.wrong.missing': 'is empty',
  'upload.wrong.too-long': 'is too long ({wanted})',
  'upload.wrong.wrong-length': 'has another length ({wanted})',
  'upload.wrong.not-a-number': 'is no number ({wanted})',
  'upload.wrong.not-a-time': 'is no day or time ({wanted})',
  'upload.wrong.not-in-list': 'is in no code list ({wanted})',
  'upload.days': 'Day by day',
  'upload.noDays': 'Nothing has been uploaded yet.',
  'upload.counts': '{cases} cases, {messages} messages',
  'upload.notCompared': 'Not compared yet',
  'upload.same': 'The same on both sides (compared {at})',
  'upload.differs': '{count} differences (compared {at})',
  'upload.compare': 'Compare',
  'upload.compareDay': 'Compare {day}',
  'upload.comparedSame': '{day}: the same on both sides',
  'upload.comparedOther': '{day}: {count} differences',
  'upload.show': 'Show differences',
  'upload.hide': 'Hide differences',
  'upload.resendDay': 'Send these cases again',
  'upload.resentDay': '{count} cases will be sent again',
  'upload.number': 'Case number',
  'upload.table': 'Data',
  'upload.event': 'Record',
  'upload.eventNumber': 'no. {seq}',
  'upload.difference': 'Difference',
  'upload.difference.missing': 'missing there',
  'upload.difference.other': 'other content there',
  'upload.difference.unknown': 'only there, not here',
};
