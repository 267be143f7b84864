import type { RefusalText } from '../platform/refusal.ts';
import type { DesignRefusalCode } from './refusal-codes.ts';

export const refusalTexts: Readonly<Record<DesignRefusalCode, RefusalText>> = {
  'design-draft-unknown': {
    detail: 'There is no such draft; it was deleted or published.',
    nextStep: 'Look at the list of drafts.',
  },
  'design-item-unknown': {
    detail: 'There is no item with the code “{code}”.',
    nextStep: 'Choose one of the items listed.',
  },
  'design-version-unknown': {
    detail: 'Item “{code}” has no version {version}.',
    nextStep: 'Choose one of the versions listed.',
  },
  'design-drafts-too-many': {
    detail: 'There are {most} drafts already.',
    nextStep: 'Publish or delete some of them first.',
  },
  'design-outside-scope': {
    detail: 'You may not design items of this office.',
    nextStep: 'Choose an office in your charge, or ask an administrator for the right.',
  },
  'design-draft-broken': {
    detail: 'The draft is incomplete at “{path}” and was not saved: {problem}.',
    nextStep: 'Undo the last change and try again, or open the draft anew.',
  },
  'design-draft-changed': {
    detail: '{by} saved this draft at {at}; your changes are not saved.',
    nextStep: 'Open it anew and change the latest, or confirm that yours replaces it.',
  },
  'design-has-problems': {
    detail: 'It has {count} problems and cannot be published. The first: {problem}',
    nextStep: 'Correct the problems listed below, then publish.',
  },
  'design-day-past': {
    detail: 'The day {from} has passed; a version cannot begin in the past.',
    nextStep: 'Choose today ({today}) or a later day.',
  },
  'design-item-code-taken': {
    detail: '“{code}” is the code of another item.',
    nextStep: 'Use another code; to change that item, begin a draft from it.',
  },
  'design-newer-version': {
    detail: '{by} published version {version}; this draft was made from an older one.',
    nextStep: 'Compare with version {version} first; then publish if this draft shall replace it.',
  },
  'design-planned-later': {
    detail: 'Version {version} begins on {from} and would undo this one.',
    nextStep: 'Choose a later day, or withdraw version {version} first.',
  },
  'design-not-planned': {
    detail: 'Version {version} is not a planned one and cannot be withdrawn.',
    nextStep: 'What is in force is not changed; publish a new version.',
  },
  'design-archive-unreadable': {
    detail: 'The file cannot be opened: it is no whole zip archive.',
    nextStep: 'Export it again, or pack it again.',
  },
  'design-archive-too-large': {
    detail:
      'The archive is too large: at most {maximum} MB, unpacked {unpacked} MB in {files} files.',
    nextStep: 'Keep pack.json and the folder items only, and pack it again.',
  },
  'design-archive-unsafe': {
    detail: '“{file}” in the archive points outside of it; nothing was imported.',
    nextStep: 'Make sure where the file comes from and export it again from there.',
  },
  'design-archive-empty': {
    detail: 'There is no item file (items/*.json) in the archive.',
    nextStep: 'Choose an exported pack.',
  },
  'design-not-playable': {
    detail: 'It cannot be tried out yet: {problem}',
    nextStep: 'Correct the problems of the flow first.',
  },
};
