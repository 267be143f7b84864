import { Type } from '@sinclair/typebox';

export const caseParams = Type.Object({ caseId: Type.String({ maxLength: 64 }) });

/** A client's key for one intention; the same key gives the same answer. */
export const keyHeader = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
});
