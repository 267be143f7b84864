import type { LetterTexts } from '../letter-text-types.ts';

/** What is said of letters beside what is said of every case. */
export const letterTexts: LetterTexts = {
  refusals: {
    'not-a-letter': {
      detail: '这个操作只用于来信。',
      nextStep: '请刷新页面，查看现在可以办理的操作。',
    },
    'unit-has-it': {
      detail: '来信已经在这个单位办理。',
      nextStep: '请选择其他单位；需要本单位办理的，请直接受理。',
    },
    'accused-unit': {
      detail: '不能把来信转给被反映的单位或者它的下属单位。',
      nextStep: '请转给上一级单位或者有权处理的其他单位。',
    },
    'accused-person': {
      detail: '来信反映的是您本人，您应当回避。',
      nextStep: '请把来信交还，由本单位负责人另行安排。',
    },
    'lead-unit-twice': {
      detail: '牵头单位不能同时是协办单位。',
      nextStep: '请从协办单位中去掉牵头单位。',
    },
    'unit-without-reception': {
      detail: '这个单位没有设置接收来信的岗位。',
      nextStep: '请转给它的上级单位，或者请管理员设置接收岗位。',
    },
    'simple-not-possible': {
      detail: '这类来信不适用简易办理。',
      nextStep: '请按普通程序转办。',
    },
    'not-simple': {
      detail: '来信没有在按简易程序办理，不需要转换。',
      nextStep: '请继续办理。',
    },
    'report-day-required': {
      detail: '交办需要写明反馈办理情况的期限，而且不能早于今天。',
      nextStep: '请选择反馈日期；不需要反馈的，请改用转送。',
    },
    'no-referral': {
      detail: '没有可以提出异议的转办。',
      nextStep: '请直接受理、转给下级单位或者告知不予受理。',
    },
    'objection-open': {
      detail: '接收单位提出的异议还没有答复。',
      nextStep: '请先核实异议：同意的另行转办，不同意的退回原单位办理。',
    },
    'objection-too-late': {
      detail: '提出异议的期限已于 {dueOn} 届满。',
      nextStep: '请依法受理并办理；确需其他单位参加的，可以请其协办。',
    },
    'objection-answered-already': {
      detail: '这次转办的异议已经核实过，不能再次提出。',
      nextStep: '请依法受理并办理。',
    },
    'no-objection': {
      detail: '没有需要核实的异议。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'not-where-answered': {
      detail: '这一步不拟写答复。',
      nextStep: '请先办理本步骤，到了答复环节再拟写。',
    },
    'answer-incomplete': {
      detail: '答复还没有写全。',
      nextStep:
        '请补全处理结果、承办人姓名和联系电话；出具处理意见的，还要选择意见并写明事实、理由和依据。',
    },
    'answer-required': {
      detail: '还没有这一次的答复，不能往下办。',
      nextStep: '请先拟写答复，再送审。',
    },
    'empty-answer-needs-reason': {
      detail: '系统提示这份答复可能没有实质内容。',
      nextStep: '请退回重写；确认可以发出的，请写明理由。',
    },
    'not-answered-yet': {
      detail: '来信还没有答复。',
      nextStep: '收到答复以后再操作；可以在来信页面查看预计答复日期。',
    },
    'follow-ups-used-up': {
      detail: '同一来信最多追问 {most} 次。',
      nextStep: '对答复仍有意见的，可以评价，或者就新的情况另写一封信。',
    },
    'rated-already': {
      detail: '这次答复已经评价过，每次答复评价一次。',
      nextStep: '如有新的答复，可以再次评价。',
    },
    'rating-needs-reason': {
      detail: '请写明不满意的原因。',
      nextStep: '写明哪里没有解决，单位才能整改。',
    },
    'text-required': { detail: '请填写内容。', nextStep: '填写后再提交。' },
    'message-to-oneself': {
      detail: '私信不能发给自己。',
      nextStep: '请选择收信人。',
    },
    'day-in-future': {
      detail: '日期不能晚于今天。',
      nextStep: '请填写实际发生的日期。',
    },
    'day-in-past': {
      detail: '日期不能早于今天。',
      nextStep: '请选择今天或者以后的日期。',
    },
    'link-to-itself': {
      detail: '不能把来信与它自己关联。',
      nextStep: '请选择另一封来信。',
    },
    'linked-already': {
      detail: '这两封来信已经关联。',
      nextStep: '请在“关联来信”中查看。',
    },
    'link-unknown': {
      detail: '没有这条关联，可能已经解除。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'marked-already': {
      detail: '敏感标记没有变化。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'never-public': {
      detail: '敏感来信和检举控告依法保密，不能公开。',
      nextStep: '请通过专报专函办理。',
    },
    'sender-says-no': {
      detail: '来信人不同意公开。',
      nextStep: '请直接答复来信人，不要公开。',
    },
    'not-public': {
      detail: '来信没有公开，不需要撤下。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'no-supervision': {
      detail: '没有需要反馈的督办。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'no-further-review': {
      detail: '这类答复不能再请求复查或者复核。',
      nextStep: '就新的事实和理由，可以另行反映。',
    },
    'review-too-late': {
      detail: '请求复查（复核）的期限已于 {dueOn} 届满。',
      nextStep: '就新的事实和理由，可以另行反映。',
    },
    'review-requested-already': {
      detail: '已经对这份答复请求过复查（复核）。',
      nextStep: '请等候复查（复核）的结果。',
    },
    'representatives-too-many': {
      detail: '联名反映最多推选 {most} 名代表。',
      nextStep: '请保留不超过 {most} 名代表，其他人数写在“人数”里。',
    },
    'received-day-not-possible': {
      detail: '收到日期不能晚于今天，也不能早于 {most} 天以前。',
      nextStep: '请核对收文登记上的日期。',
    },
  },
  timeline: {
    LetterReceived: '收到来信',
    LetterAccepted: '受理来信',
    LetterForwarded: '已转交{unit}办理',
    LetterTransferred: '转送{unit}办理',
    LetterAssigned: '交办{unit}，{day}前反馈',
    ReferralObjected: '接收单位提出异议',
    ObjectionUpheld: '核实异议：同意，另行转办',
    ObjectionNotUpheld: '核实异议：不同意，退回原单位办理',
    SimpleProcedureChosen: '按简易程序办理',
    OrdinaryProcedureChosen: '转为普通程序办理',
    AnswerDrafted: '拟写答复',
    AnswerDraftedFlagged: '拟写答复，系统提示 {count} 处可能没有实质内容',
    AnswerGiven: '答复来信人',
    LetterReopenedFollowUp: '来信人追问，继续办理',
    LetterReopenedBadRating: '来信人评价不满意，开始整改',
    LetterReopenedCallBack: '回访未解决，开始整改',
    AnswerRated: '来信人评价：对单位{office}，对承办人{handler}',
    LetterMessageSent: '私信：{from}发给{to}',
    InvestigationRecorded: '记录调查情况',
    MediationRecorded: '达成调解协议',
    SettlementRecorded: '达成和解协议',
    LetterLinkedRepeated: '与重复来信 {number} 关联',
    LetterLinkedSameMatter: '与同一事项的来信 {number} 关联',
    LetterUnlinked: '解除与来信 {number} 的关联',
    SensitivityMarked: '标记为敏感来信',
    SensitivityRemoved: '取消敏感标记',
    LetterPublished: '公开来信和答复',
    LetterUnpublished: '不再公开',
    CallBackSatisfied: '回访：来信人满意',
    CallBackDissatisfied: '回访：来信人不满意',
    CaseSupervised: '督办',
    SupervisionAnswered: '反馈督办办理情况',
    ReviewRequested: '来信人请求复查（复核）',
    ReviewRecorded: '复查（复核）已经登记：{number}',
  },
  clockNames: {
    registration: '登记转办期限',
    acceptance: '受理告知期限',
    objection: '异议期限',
    'follow-up': '追问答复期限',
    rectification: '整改期限',
    review: '复查（复核）申请期限',
  },
  headline: {
    letterReceived: '已收到，最迟 {due}前答复是否受理',
    letterRegistering: '已收到，正在登记',
    letterAccepted: '正在由{office}办理，预计 {due}前答复',
    letterUnderway: '正在由{office}办理',
    letterReopened: '正在由{office}继续办理，预计 {due}前再次答复',
    letterServing: '已作出答复，正在送达',
    letterAnswered: '已答复，可以追问和评价',
    letterReviewed: '已答复，已请求复查（复核）',
    letterRefused: '不予受理，理由和其他途径见告知书',
    letterWithdrawn: '来信已撤回',
  },
  satisfaction: { satisfied: '满意', mostly: '基本满意', dissatisfied: '不满意' },
  correspondents: { sender: '来信人', office: '来信办', handler: '承办人' },
};
