import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'account-unknown': {
    detail: 'There is no such account: {login}.',
    nextStep: 'Refresh the list of accounts.',
  },
  'account-own': {
    detail: 'Nobody manages their own account.',
    nextStep: 'Ask another administrator; your own password is changed under "Change password".',
  },
  'account-reserved': {
    detail:
      'This account supervises, judges reviews, reads withheld letters or administers: it is not ' +
      'managed in the console.',
    nextStep: 'Have an operator use `yichuang account` on the server, on a written order.',
  },
  'post-reserved': {
    detail:
      '"{post}" supervises, judges reviews, reads withheld letters or administers: it is not ' +
      'given or taken in the console.',
    nextStep: 'Have an operator use `yichuang account appoint` on the server, on a written order.',
  },
  'post-unknown': {
    detail: 'There is no such post: {post}.',
    nextStep: 'Choose one of the list; posts are those of the pack, after its first start.',
  },
  'login-name-taken': {
    detail: 'The log-in name "{login}" is taken.',
    nextStep: 'Choose another one, with the section or a number.',
  },
  'login-name-invalid': {
    detail: 'This is no log-in name.',
    nextStep: 'Use 2 to 50 letters, digits, and . _ - @, without blanks.',
  },
  'account-name-missing': {
    detail: 'An account needs the name of a person.',
    nextStep: "Fill in the holder's name.",
  },
};

export const rowProblemTexts: Readonly<Record<string, string>> = {
  'file-empty': 'There is nobody in this list',
  'file-too-large': 'The file is too large, at most {maximum} megabytes',
  'file-not-readable': 'This file cannot be opened; save it as CSV or Excel (.xlsx) and try again',
  'encoding-unknown': 'The encoding is not known; save the file as CSV in UTF-8',
  'row-broken': 'Quotes or columns of this row are wrong',
  'too-many-rows': 'Too many people, at most {maximum} at once; import several files',
  'column-missing': 'The column "{column}" is missing',
  'cell-empty': 'Nothing is written here',
  'cell-too-long': 'Too long, at most {maximum} characters',
  'login-wrong': '"{value}" is no log-in name: use 2 to 50 letters, digits, and . _ - @',
  'login-twice': 'The log-in name "{value}" stands in row {row}, too',
  'login-taken': 'The log-in name "{value}" is that of {name}',
  'phone-wrong': 'This is no mobile number',
  'org-unknown': 'There is no organisation named "{value}"',
  'post-not-there': 'There is no post "{value}" in this organisation',
  'post-ambiguous': 'Several posts are called "{value}"; write the organisation, or the id',
  'post-is-reserved':
    '"{value}" supervises, judges reviews, reads withheld letters or administers: an operator ' +
    'appoints to it on the server',
};
