export const bundleTexts = {
  yes: '是',
  no: '否',
  because: '因为您选择了{answers}',
  answer: '“{short}：{label}”',
  and: '和',
} as const;

export const bundleRefusalTexts = {
  'bundle-unknown': {
    detail: '没有这件“一件事”。',
    nextStep: '请从首页重新进入。',
  },
  'bundle-answers-missing': {
    detail: '还有问题没有回答，算不出要办哪些事项。',
    nextStep: '请先把问题答完。',
  },
  'bundle-nothing-to-file': {
    detail: '按您的回答，这次不需要办理任何事项。',
    nextStep: '情况变了再来，或者改一下回答。',
  },
} as const;
