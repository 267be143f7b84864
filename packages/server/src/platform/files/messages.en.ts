import type { RefusalText } from '../refusal.ts';
import type { FileRefusalCode } from './file-rules.ts';

export const refusalTexts: Readonly<Record<FileRefusalCode, RefusalText>> = {
  'file-empty': {
    detail: 'The file is empty.',
    nextStep: 'Check that it opens, then choose it again.',
  },
  'file-too-large': {
    detail: 'The file is too large; at most {maxKb} KB.',
    nextStep: 'Compress it first; opened in a browser, this page does that for photographs.',
  },
  'file-type-mismatch': {
    detail: 'The content is {found}, not one of {accepted}. Renaming a file does not change it.',
    nextStep: 'Save it in the format asked for, or photograph or scan it again.',
  },
  'file-not-readable': {
    detail: 'The file is damaged or incomplete and cannot be opened.',
    nextStep: 'Check that it opens on your device, then save and upload it again.',
  },
  'image-bomb': {
    detail: 'The picture claims {width}×{height} pixels.',
    nextStep: 'Photograph or scan it again with a usual resolution.',
  },
  'image-too-small': {
    detail:
      'The picture has {width}×{height} pixels; at least {boundLong}×{boundShort} are needed.',
    nextStep: 'Go closer with the camera, or scan with a higher resolution.',
  },
  'image-too-large': {
    detail:
      'The picture has {width}×{height} pixels; at most {boundLong}×{boundShort} are allowed.',
    nextStep: 'Make it smaller; opened in a browser, this page does that.',
  },
};
