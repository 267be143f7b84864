import type { CaseTexts } from './case-text-types.ts';

export const caseTexts: CaseTexts = {
  refusals: {
    'not-your-case': {
      detail: '没有找到这个办件，或者您无权查看。',
      nextStep: '请核对办件编号，或者回到列表重新打开。',
    },
    'not-your-task': {
      detail: '这一步不由您办理。',
      nextStep: '请回到待办列表；如果应当由您办理，请联系管理员核对岗位。',
    },
    'right-missing': {
      detail: '您的岗位没有这项权限（{right}）。',
      nextStep: '如工作需要，请向本单位管理员申请。',
    },
    'task-unknown': { detail: '没有这个待办任务。', nextStep: '请刷新页面后重试。' },
    'task-already-closed': {
      detail: '这一步已经办过：{by}，{at}。',
      nextStep: '页面已更新为最新状态，您填写的意见已保留，请核对后继续。',
    },
    'task-not-yet-open': { detail: '顺序会签还没有轮到您。', nextStep: '轮到您时系统会提醒。' },
    'wrong-phase': {
      detail: '办件现在的状态不能这样办理。',
      nextStep: '请刷新页面，查看现在可以办理的操作。',
    },
    'wrong-duty': { detail: '这一步不能做这个操作。', nextStep: '请在本步骤允许的操作中选择。' },
    'case-has-ended': { detail: '办件已经结束。', nextStep: '如需继续，请重新提出申请。' },
    'item-not-online': {
      detail: '“{item}”目前不能在网上申请。',
      nextStep: '请查看办事指南中的线下办理方式。',
    },
    'form-incomplete': {
      detail: '表单“{field}”需要改正。',
      nextStep: '请按提示改正后再提交，已填写的内容不会丢失。',
    },
    'field-not-writable': {
      detail: '本步骤不能修改“{field}”。',
      nextStep: '如确需修改，请退回有权修改的步骤。',
    },
    'material-missing': {
      detail: '缺少必需的材料：{material}。',
      nextStep: '请上传这份材料，或者选择到窗口提交纸质件。',
    },
    'material-unknown': {
      detail: '事项没有这份材料：{material}。',
      nextStep: '请刷新页面后重新选择。',
    },
    'material-not-checked': {
      detail: '材料还没有核验：{material}。',
      nextStep: '请逐项核验材料后再受理。',
    },
    'material-not-acceptable': {
      detail: '材料不齐全或者不符合法定形式：{material}。',
      nextStep: '请一次性告知申请人补正，或者改为核验通过。',
    },
    'nothing-to-correct': {
      detail: '没有选择需要补正的材料。',
      nextStep: '请在材料清单中标明缺少或者有误的材料。',
    },
    'correction-without-instruction': {
      detail: '请写明“{material}”的问题。',
      nextStep: '写清问题和改正方法，申请人才能一次补齐。',
    },
    'correction-still-missing': {
      detail: '通知要求补正的材料还没有补齐：{material}。',
      nextStep: '请按补正通知逐项上传后再提交。',
    },
    'correction-notice-too-late': {
      detail: '五个工作日内没有告知补正，办件已自收到申请材料之日起视为受理。',
      nextStep: '请转入审查；材料问题可在审查中依法处理。',
    },
    'reason-required': { detail: '请写明理由。', nextStep: '理由会告知申请人并存档。' },
    'legal-basis-required': {
      detail: '不予许可或者不予受理必须写明法律依据。',
      nextStep: '请从依据列表中选择，或者填写法律名称和条款。',
    },
    'reject-not-possible': {
      detail: '这一步不能作出不同意的决定。',
      nextStep: '需要修改的，请退回前面的步骤。',
    },
    'return-target-unknown': { detail: '不能退回到这一步。', nextStep: '请在可退回的步骤中选择。' },
    'straight-back-not-possible': {
      detail: '改正后不能直接回到您这里：中间的路径已经变化。',
      nextStep: '请选择改正后重新逐级办理。',
    },
    'special-procedure-unknown': {
      detail: '这个事项没有设定这种特别程序。',
      nextStep: '请在事项的特别程序中选择。',
    },
    'special-procedure-running': {
      detail: '特别程序“{procedure}”还在进行。',
      nextStep: '请先登记特别程序结束，再作决定。',
    },
    'special-procedure-not-running': {
      detail: '没有正在进行的特别程序。',
      nextStep: '请刷新页面查看最新状态。',
    },
    'days-required': {
      detail: '请填写所需的天数（整数，至少一天）。',
      nextStep: '天数会书面告知申请人。',
    },
    'extension-not-possible': { detail: '这个办件的时限不能延长。', nextStep: '请在时限内办结。' },
    'extension-needs-leader': {
      detail: '延长期限须经本行政机关负责人批准。',
      nextStep: '请由负责人在自己的账号中办理。',
    },
    'extension-too-long': { detail: '最多可以延长{max}个工作日。', nextStep: '请减少延长的天数。' },
    'extension-used-up': {
      detail: '期限已经延长过一次。',
      nextStep: '依法只能延长一次，请在延长后的期限内办结。',
    },
    'extension-too-late': {
      detail: '法定期限已过，不能再延长。',
      nextStep: '请尽快办结，并向申请人说明。',
    },
    'fee-not-assessed': { detail: '这个办件没有应缴的费用。', nextStep: '请核对办件编号。' },
    'fee-already-paid': { detail: '费用已经缴清。', nextStep: '无需重复收款。' },
    'fee-quantity-missing': {
      detail: '计费需要的数量没有填写：{field}。',
      nextStep: '请退回窗口补填后再决定。',
    },
    'payment-not-exact': {
      detail: '金额与核定的费用不一致。',
      nextStep: '费用由标准计算，请按核定金额收取。',
    },
    'receipt-number-required': {
      detail: '请填写编号。',
      nextStep: '请按票据或者档案上的编号填写。',
    },
    'decided-already': {
      detail: '行政机关已经作出决定，不能撤回申请。',
      nextStep: '如对决定不服，可以依法申请行政复议或者提起行政诉讼。',
    },
    'document-unknown': { detail: '没有这份文书。', nextStep: '请刷新页面后重试。' },
    'document-recorded-already': { detail: '这份文书已经生成。', nextStep: '请直接打开查看。' },
    'result-not-ready': {
      detail: '证照或者文书正在制作，还不能送达。',
      nextStep: '通常几秒钟即可完成，请稍候再试。',
    },
    'recipient-required': { detail: '请填写签收人姓名。', nextStep: '按身份证件上的姓名填写。' },
    'not-concluded': { detail: '办件还没有办结，不能归档。', nextStep: '请在办结后归档。' },
    'archived-already': { detail: '办件已经归档。', nextStep: '归档后不能重复归档。' },
    'files-too-many': {
      detail: '“{material}”最多上传{maxPages}页。',
      nextStep: '请合并或者删减后再上传。',
    },
    'file-not-acceptable': {
      detail: '“{material}”第{page}页不符合上传要求。',
      nextStep: '请按要求处理图片后重新上传。',
    },
    'archive-number-required': {
      detail: '请填写档号。',
      nextStep: '按档案编制规则填写后再归档。',
    },
    'outside-effect-exists': {
      detail: '已经产生对外效力，不能这样撤销。',
      nextStep: '已发出的文书、证照须依法撤销或者作废。',
    },
    'text-not-well-formed': {
      detail: '填写的内容里有无法识别的字符。',
      nextStep: '请删除特殊字符后重新提交。',
    },
    'case-frozen': {
      detail: '办件已冻结，暂停办理：{reason}。',
      nextStep: '解除冻结后才能继续办理，期限仍在计算。',
    },
    'frozen-already': {
      detail: '办件已经冻结。',
      nextStep: '请刷新页面，查看冻结的原因。',
    },
    'not-frozen': {
      detail: '办件没有冻结。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'jump-target-unknown': {
      detail: '不能跳转到这一环节。',
      nextStep: '请在列出的环节中选择。',
    },
    'jump-over-act-of-law': {
      detail: '不能跳过或者推翻“{node}”。',
      nextStep: '受理、决定、收费、发证和送达是法定行为，请按流程办理。',
    },
    'not-granted': {
      detail: '没有可以撤销的准予决定。',
      nextStep: '撤销只针对已经作出的准予决定。',
    },
    'reader-required': {
      detail: '没有选择送给谁阅。',
      nextStep: '请至少选择一个人或者一个岗位。',
    },
    'readers-too-many': {
      detail: '一次最多送 {most} 人。',
      nextStep: '请分几次发送。',
    },
    'reading-unknown': {
      detail: '没有这份待阅件。',
      nextStep: '请回到待阅列表重新打开。',
    },
    'opinion-required': {
      detail: '请填写意见。',
      nextStep: '这里必须写明意见，可以选用常用语。',
    },
    'urged-recently': {
      detail: '您刚催办过，{again} 以后可以再次催办。',
      nextStep: '办理人已经收到提醒，请稍候。',
    },
    'nobody-to-urge': {
      detail: '现在没有需要催办的人。',
      nextStep: '请查看办件当前所处的环节。',
    },
    'unit-required': {
      detail: '没有选择分发的单位或者事项。',
      nextStep: '请选择单位和要办理的事项。',
    },
    'hand-out-unknown': {
      detail: '没有这次分发。',
      nextStep: '请刷新页面后重试。',
    },
    'case-recorded-already': {
      detail: '对应的办件已经登记过。',
      nextStep: '请直接打开那个办件。',
    },
    'message-not-awaited': {
      detail: '这个办件没有在等待消息。',
      nextStep: '请核对办件编号和环节。',
    },
    'version-unknown': {
      detail: '没有可以迁移到的第 {version} 版流程。',
      nextStep: '请刷新页面，选择已发布的版本。',
    },
    'rebase-not-possible': {
      detail: '不能迁移到新版流程：办件所在的“{node}”在新版中不对应。',
      nextStep: '请先办完这一环节，或者继续按原版流程办理。',
    },
    'debt-unknown': {
      detail: '没有这项待补交或者待核查的内容。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'debt-outstanding': {
      detail: '还欠一份材料没有补齐：{material}。',
      nextStep: '请先核验补交的材料，再作出决定。',
    },
    'debt-not-supplied': {
      detail: '“{name}”还没有补交。',
      nextStep: '补交以后才能核验。',
    },
    'debt-not-due': {
      detail: '“{name}”还在补交期限内。',
      nextStep: '到期未补交，才能认定未履行。',
    },
    'nothing-owed': {
      detail: '没有需要补交或者核查的内容。',
      nextStep: '请刷新页面，查看最新状态。',
    },
    'deferral-not-possible': {
      detail: '“{material}”不能容缺。',
      nextStep: '请一次性告知申请人补正。',
    },
    'deferral-too-long': {
      detail: '“{material}”最多可以容缺 {most} 个工作日。',
      nextStep: '请填写 1 到 {most} 之间的整数。',
    },
    'commitment-not-possible': {
      detail: '“{material}”不能用书面承诺代替。',
      nextStep: '请提交这份材料。',
    },
    'draft-unknown': {
      detail: '没有找到这份草稿，可能已经提交或者删除。',
      nextStep: '请到“我的”查看已提交的办件。',
    },
    'drafts-too-many': {
      detail: '未提交的草稿已有 {most} 份，不能再新建。',
      nextStep: '请先提交或者删除不再需要的草稿。',
    },
    'identity-required': {
      detail: '提交申请前需要核实您的身份。',
      nextStep: '请先填写姓名和身份证号码。',
    },
    'item-changed-meanwhile': {
      detail: '“{item}”已启用新的版本，您的申请还没有提交。',
      nextStep: '请再核对一遍填写的内容和材料，然后提交。',
    },
    'upload-not-yours': {
      detail: '引用的文件不是您上传的，或者已经失效。',
      nextStep: '请重新上传这一页。',
    },
    'query-password-wrong': {
      detail: '办件编号或者查询密码不正确。',
      nextStep: '请核对收件凭证上的编号和密码；遗失密码可以登录后在“我的办件”中查看进度。',
    },
  },
  timeline: {
    CaseReceived: '收到申请',
    MaterialsChecked: '核验材料',
    PaperReceived: '收到纸质材料',
    CorrectionRequested: '一次性告知需要补正的材料',
    CorrectionReceived: '收到补正的材料',
    CaseAccepted: '受理申请',
    CaseAcceptedDeemed: '五个工作日内未告知补正，自收到材料之日起视为受理',
    AcceptanceRefused: '不予受理',
    FormAmended: '补充、更正申请信息',
    StepOpened: '进入“{step}”',
    TaskDecidedApproved: '“{step}”同意',
    TaskDecidedRejected: '“{step}”不同意',
    StepReturned: '由“{from}”退回“{to}”',
    SpecialProcedureStarted: '启动{name}，所需时间不计入办理期限（预计{days}个工作日）',
    SpecialProcedureEnded: '特别程序结束，恢复计时',
    LimitExtended: '经负责人批准，办理期限延长{days}个工作日',
    DecisionMadeGranted: '作出准予行政许可决定',
    DecisionMadeDenied: '作出不予行政许可决定',
    FeeAssessed: '按标准核定费用{amount}',
    FeeAssessedNone: '无需缴费',
    PaymentRecorded: '缴费{amount}',
    DocumentIssued: '制发《{document}》',
    ResultServed: '送达办理结果',
    SubcasesOrdered: '分送有关部门同步办理',
    SubcaseConcluded: '一个部门办理完毕',
    SupervisionHit: '监察提示：重复要求补正',
    CaseConcluded: '办结',
    CaseWithdrawn: '申请人撤回申请',
    CaseArchived: '归档',
  },
  system: '系统',
  applicant: '申请人',
  clockNames: {
    statutory: '法定办理期限',
    committed: '承诺办理期限',
    correction: '补正告知期限',
    service: '送达期限',
    step: '本环节期限',
    opinion: '征求意见期限',
    debt: '补交与核查期限',
    wait: '等待期限',
  },
  headline: {
    received: '{office}已收到申请，最迟 {due}前答复是否受理',
    'correction-pending': '需要您补正材料，补齐后继续办理',
    accepted: '正在由{office}办理（{step}），预计 {due}前办结',
    acceptedSuspended: '正在进行{procedure}，期间不计入办理期限',
    decidedPay: '已准予许可，请缴费 {amount}，缴费后制发证照',
    decidedGranted: '已准予许可，正在制证和送达',
    decidedDenied: '已作出不予许可决定，正在送达',
    'acceptance-refused': '不予受理，理由和救济途径见决定书',
    concludedGranted: '已办结，准予许可',
    concludedDenied: '已办结，不予许可',
    archived: '已办结并归档',
    withdrawn: '申请已撤回',
  },
  explain: {
    start: '开始的当日，不计入',
    counted: '第 {n} 个工作日',
    countedCalendar: '第 {n} 日',
    weekend: '周末，不计入',
    holiday: '法定节假日，不计入',
    'makeup-workday': '调休上班，第 {n} 个工作日',
    suspended: '特别程序期间，不计入',
    'extension-start': '延长期限从这一天开始，第 {n} 个工作日',
    rolled: '最后一日是休假日，顺延到这一天',
    due: '期限届满，第 {n} 个工作日',
    dueCalendar: '期限届满，第 {n} 日',
    provisional: '第 {n} 个工作日（该年放假安排尚未公布，暂按周末推算）',
    summary: '自 {from}的次日起算 {amount} 个工作日，依据《{law}》{article}，到 {due}届满。',
    summaryCalendar: '自 {from}的次日起算 {amount} 日，依据《{law}》{article}，到 {due}届满。',
    summarySuspended:
      '特别程序正在进行，期间不计入期限；结束后从次日继续计算，届时才能确定届满日。',
    summaryExtended: '其中经批准延长 {days} 个工作日。',
    summaryExcluded: '其中特别程序 {days} 天不计入。',
    summaryProvisional: '跨入的年份尚未公布放假安排，日期为暂定，公布后自动重算。',
  },
  materials: { paper: '纸质', electronic: '电子' },
};
