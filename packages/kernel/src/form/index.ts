export type {
  AskedWhen,
  ComputedField,
  FieldIs,
  FieldProblem,
  FieldProblemCode,
  FieldSchema,
  FormData,
  FormDefinition,
  FormSection,
  FormValue,
} from './definition.ts';
export { computeForm } from './compute-form.ts';
export { checkField, checkForm, fieldsIn, isAsked, isDue, isSealed } from './check-form.ts';
