import type { RefusalText } from '../platform/refusal.ts';
import type { DrawingTexts } from './drawing.ts';
import type { SuggestionCode } from './suggestion.ts';

const redraw = 'Draw it otherwise and import again; nothing of this file was imported.';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'bpmn-unreadable': {
    detail: 'The file is not BPMN 2.0 that can be read: {other}',
    nextStep: 'Export it again as .bpmn; a file with a DOCTYPE or entities is never read.',
  },
  'bpmn-too-large': {
    detail: 'The file is too large: at most 1 MB and 2,000 elements.',
    nextStep: 'Keep one process and import that.',
  },
  'bpmn-no-process': {
    detail: 'No process is drawn in the file.',
    nextStep: 'Make sure that it holds a process, not only a collaboration or a decision table.',
  },
  'bpmn-choose-process': {
    detail: 'The file holds several processes: {other}.',
    nextStep: 'Choose the one to import.',
  },
  'bpmn-element-unknown': {
    detail: '“{name}” ({elementId}) is a {type}; flows have no such node here.',
    nextStep: redraw,
  },
  'bpmn-event-gateway': {
    detail:
      '“{name}” ({elementId}) waits for whichever of several events comes first, ' +
      'which does not fold into a tree.',
    nextStep: 'Wait for one thing first, then choose the branch by a condition on the form.',
  },
  'bpmn-complex-gateway': {
    detail: '“{name}” ({elementId}) is a complex gateway; its join does not fold into a tree.',
    nextStep: 'Where some of several must agree, draw one step and let it be decided by vote.',
  },
  'bpmn-boundary-event': {
    detail: '“{name}” ({elementId}) interrupts “{other}”, at whose edge it is drawn.',
    nextStep: 'For time-outs use the step’s limit; returns are acts that need not be drawn.',
  },
  'bpmn-event-subprocess': {
    detail: '“{name}” ({elementId}) may begin at any moment, which does not fold into a tree.',
    nextStep: redraw,
  },
  'bpmn-transaction': {
    detail: '“{name}” ({elementId}) is a transaction; nothing is rolled back by itself here.',
    nextStep: redraw,
  },
  'bpmn-ad-hoc': {
    detail: '“{name}” ({elementId}) is an ad-hoc sub-process without an order.',
    nextStep: 'Draw the order, or draw it as parallel.',
  },
  'bpmn-compensation': {
    detail: '“{name}” ({elementId}) compensates; nothing is compensated by itself here.',
    nextStep: 'What was done wrong is revoked or changed by law, not rolled back by a flow.',
  },
  'bpmn-repeated': {
    detail: '“{name}” ({elementId}) is repeated a number of times that is not known before.',
    nextStep: 'Where several people do the same, draw one step with several posts.',
  },
  'bpmn-event-unsupported': {
    detail: '“{name}” ({elementId}) is a {other} event; flows have no such node here.',
    nextStep: 'A flow waits for a message, a time, a payment or the end of a special procedure.',
  },
  'bpmn-start-unsupported': {
    detail: '“{name}” ({elementId}) is started by a {other}, but a case begins when it is filed.',
    nextStep: 'Use a plain start event or one of a message.',
  },
  'bpmn-timer-unsupported': {
    detail: 'The time of “{name}” ({elementId}), “{other}”, is not a number of whole days.',
    nextStep: 'Write days, such as P3D; fixed dates and cycles are not supported.',
  },
  'bpmn-terminate-in-parallel': {
    detail: '“{name}” ({elementId}) ends everything from inside a parallel branch.',
    nextStep: 'Join the branches first, then end by a condition.',
  },
  'bpmn-no-start': {
    detail: 'The process “{name}” has no start: every element comes after another.',
    nextStep: 'Add a start event.',
  },
  'bpmn-several-starts': {
    detail: '“{name}” ({elementId}) is one more start; a flow has one.',
    nextStep: 'Keep one start event; an element without a line into it counts as a start.',
  },
  'bpmn-flow-broken': {
    detail: 'The line “{name}” ({elementId}) has an end that is not connected.',
    nextStep: 'Connect it and import again.',
  },
  'bpmn-loop': {
    detail: 'A line leads from “{name}” ({elementId}) back to “{other}”: a loop.',
    nextStep: 'Remove the line back: whoever may can return a case to an earlier step at any time.',
  },
  'bpmn-split-without-join': {
    detail: 'The branches of “{name}” ({elementId}) do not join at one place ({other}).',
    nextStep: 'Give each gateway that splits one that joins; draw shared later steps in each.',
  },
  'bpmn-join-of-other-kind': {
    detail:
      'The branches of “{name}” ({elementId}) join at “{other}”, which is of another kind: ' +
      'it would wait for ever or go on twice.',
    nextStep: 'Split and join by gateways of the same kind.',
  },
  'bpmn-flow-invalid': {
    detail: 'What “{name}” says in its extension is not as it must be: {other}',
    nextStep: 'Export the flow again from here and change that.',
  },
};

export const suggestionTexts: Readonly<Record<SuggestionCode, string>> = {
  post: '“{name}” lies in the lane of “{other}” or names it: choose the post.',
  'condition-needed':
    'The condition “{other}” of “{name}” is not FEEL: write one over the form, or the flow ' +
    'cannot be published.',
  'default-chosen': '“{name}” has no default: the way with the condition “{other}” is it now.',
  'was-automatic':
    '“{name}” was an automatic task ({other}): a person does it now; make it automatic or ' +
    'choose a post.',
  'was-message': '“{name}” sent a message: a person does it now; a copy or a document may do.',
  'started-by-message': 'The start “{name}” waits for a message: here that is the filing.',
  'was-repeated': '“{name}” is done by several: choose the posts and how many must agree.',
  'was-empty': '“{name}” was a sub-process with nothing drawn in it: it is one step now.',
  'called-item': '“{name}” calls “{other}”: put the code of an item there.',
  'return-by-reject':
    'The line back behind “{name}” became: whoever rejects there returns the case to “{other}”.',
  'name-missing': '“{name}” has no name: give it one that people understand.',
};

/** What our own drawing says beside the names of the flow. */
export const drawingTexts: DrawingTexts = { otherwise: 'otherwise', denied: 'not permitted' };
