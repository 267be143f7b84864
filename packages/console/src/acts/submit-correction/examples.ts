import { caseAt, receivedCase, subjectOf } from '../../examples/case.examples.ts';

export const examples = {
  subject: subjectOf(
    caseAt('intake', {
      phase: 'correction-pending',
      materials: receivedCase.materials.map((material) =>
        material.materialId === 'safety-plan'
          ? { ...material, verdict: 'wrong', problem: '没有盖章' }
          : material,
      ),
    }),
    { act: 'SubmitCorrection' },
  ),
  page: { sha256: 'd'.repeat(64), name: '盖章页.jpg', mediaType: 'image/jpeg', bytes: 70_000 },
};
