/** Words of a new item, which its designer changes. */
export const blankTexts = {
  section: { zh: '申请内容', en: 'Application' },
  reason: { zh: '事由', en: 'Reason' },
  applicant: { zh: '申请人', en: 'Applicant' },
  main: { zh: '办理流程', en: 'Main course' },
  denied: { zh: '不予许可', en: 'Refused' },
  steps: {
    filing: { zh: '发起', en: 'Filing' },
    approval: { zh: '审批', en: 'Approval' },
    intake: { zh: '受理', en: 'Intake' },
    review: { zh: '审查', en: 'Review' },
    decision: { zh: '决定', en: 'Decision' },
    delivery: { zh: '送达', en: 'Delivery' },
    deniedDelivery: { zh: '送达不予许可决定', en: 'Delivery of the refusal' },
  },
} as const;
