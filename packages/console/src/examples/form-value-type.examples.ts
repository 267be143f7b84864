import { TypeRegistry } from '@sinclair/typebox';

// Values of a form are described to JSON Schema alone (`Type.Unsafe`); TypeBox has to be told.
// It is told here only: the registry is one for all test files of a process.
TypeRegistry.Set(
  'Unsafe',
  (_, value) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
);
