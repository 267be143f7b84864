import type { ImportTexts } from './import-text-types.ts';

export const importTexts: ImportTexts = {
  nameless: 'Resident',
  problems: {
    'file-empty': 'The file is empty: there is no letter to import',
    'file-too-large': 'The file is too large, at most {maximum} megabytes',
    'file-not-readable':
      'This file cannot be opened; save it as CSV or Excel (.xlsx) and try again',
    'encoding-unknown': 'The encoding is not known; save the file as CSV in UTF-8',
    'row-broken': 'Quotes, columns or the JSON of this row are wrong',
    'too-many-rows': 'Too many rows, at most {maximum}; import several files',
    'column-missing': 'The column "{column}" is missing',
    'cell-empty': '"{column}" must not be empty',
    'cell-too-long': '"{column}" is too long, at most {maximum} characters',
    'day-unreadable': '"{value}" in "{column}" is no day; write 2026-09-01',
    'day-to-come': '"{value}" in "{column}" is still to come',
    'answered-before': '"{column}" is before the letter was received, or that day is not stated',
    'phone-wrong': '"{column}" is no mobile number',
    'division-unknown': 'There is no township or village named "{value}"',
    'count-wrong': '"{value}" in "{column}" is no count',
    'number-twice': 'The number "{value}" stands in row {row}, too',
  },
};
