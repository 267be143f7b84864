import { Type } from '@sinclair/typebox';

export const canDesign = { right: { action: 'item:design' } } as const;

export const draftParams = Type.Object({ draftId: Type.String({ maxLength: 64 }) });
export const codeParams = Type.Object({ code: Type.String({ maxLength: 100 }) });
