export type {
  FieldProblem,
  FieldProblemCode,
  FieldSchema,
  FormData,
  FormDefinition,
  FormSection,
  FormValue,
} from './definition.ts';
export { checkField, checkForm, isAsked, isSealed } from './check-form.ts';
