/**
 * Words of official documents. They exist in Chinese only: an act of the state is written in the
 * national language, and what a portal tells a foreigner about it is not the act.
 * @basis 中华人民共和国国家通用语言文字法 第九条: 国家机关以普通话和规范汉字为公务用语用字。
 */
export const words = {
  yes: '是',
  no: '否',
  /** A test authority: its certificates lead to no root that a reader trusts. */
  trialAuthority: '【试运行】{name}',
  approvalSeal: '行政审批专用章',
  rootCertificate: '{name}电子印章根证书',
  /** Stands where the number will be, on letters and certificates alike. */
  previewNumber: '（预览，未盖章，不具有法律效力）',
  /** 发文字号 name the kind of letter by a word before 字. */
  kinds: {
    received: '收',
    correction: '补',
    accepted: '受',
    'acceptance-refused': '不受',
    'special-procedure': '特',
    extended: '延',
    granted: '准',
    denied: '不准',
    payment: '缴',
    served: '送',
    referred: '转',
    assigned: '交',
    objected: '异',
    'objection-answered': '异复',
    answered: '复',
    mediated: '调',
    supervised: '督',
    sensitive: '专',
    certificate: '',
    internal: '',
  },
  /** Before the series of a trial county's documents 试运行. */
  trialSeries: '试',
  numberHead: '{series}{kind}字〔{year}〕',
  number: '{head}{n}号',
  workingDays: '{n}个工作日',
  calendarDays: '{n}日',

  serviceCentre: '政务服务中心',
  counter: '政务服务中心窗口',
  onlineAt: '{site}网上提交',
  receivedBySystem: '{site}（系统接收）',
  electronic: '电子件',
  paper: '纸质',
  heldFrom: '由{source}调取，无需提交',
  paperRemark: '以窗口核收为准',
  application: '申请表',
  countedFrom: '自收到申请材料的次日起计算{days}，不含法定节假日',
  passwordHint: '提交申请时已当面或者在网页上告知，请妥善保管',

  incomplete: '不齐全或者不符合法定形式',
  submitAgain: '按要求重新提交',
  seeGuide: '见办事指南',
  howToSubmit: '通过{site}“我的办件”提交',
  howToSubmitOrBring: '通过{site}“我的办件”或者到{place}提交',
  /** What the counter may do then (ground `not-corrected`); no statute ends the case by itself. */
  afterCorrectionTerm: '逾期未补正的，本机关可以依法决定不予受理；材料备齐后可以重新提出申请。',

  headOf: '{issuer}负责人',
  grantOf: '准予{applicant}的“{item}”申请',
  collect: '请凭本决定书和经办人身份证件到{counter}领取，也可以选择邮寄送达或者下载电子证照',
  collectAfterPayment: '按照缴费通知书缴清费用后，{collect}',
  notMet: '该申请不符合法定条件、标准',
  price: '每{unit}{yuan}元',
  methods: '请凭缴款码（即办件编号）到政务服务中心收费窗口缴纳',
  afterPayment: '缴清费用后，本机关颁发许可证件',

  served: {
    counter: '直接送达（窗口领取）',
    post: '邮寄送达',
    electronic: '电子送达',
  },
  mailed: '按申请人确认的地址邮寄',
  mailedAs: '按申请人确认的地址邮寄，邮件号{number}',
  inbox: '{site}“我的办件”',
  agent: '受送达人的经办人',
  recipientFor: '代收，授权材料存卷',
  /** How a letter came. */
  channels: {
    online: '网上信访',
    counter: '窗口代写',
    post: '来信',
    visit: '来访',
    phone: '来电',
    hotline: '政务服务便民热线',
    superior: '上级交办',
  },
  /** After the office from which it came. */
  passedOn: '转送',
  petitioner: '信访人',
  /** In place of the name of who wrote a withheld letter: to them, and to its office. */
  writer: '来信人',
  kept: '依法保密',
  closedNotice: '信访事项不再受理告知书',
  issueNumber: '〔{year}〕第{n}期',
  oneLetter: '{channel}（1件）',
  specialHandling: '由专人办理，知悉范围限于经办人员',
  reviewOf: /向([^，。；]+?)申请行政复议/u,
  courtOf: /向([^，。；]+?人民法院)/u,
  government: /人民政府$/u,
  court: '人民法院',
} as const;
