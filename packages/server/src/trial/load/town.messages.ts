/** Invented people and what they write; none of them is anybody, whatever a name may resemble. */
export const town = {
  surnames:
    '赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻'.split(
      ' ',
    ),
  given:
    '子安 晓梅 建平 淑云 志远 雨桐 国栋 秀英 浩然 丽华 文博 桂兰 思源 海燕 永强 若溪 明辉 春燕 立新 凤霞'.split(
      ' ',
    ),
  shopWords: ['望溪', '青石', '碧云', '柳浦', '河沿', '南山', '春和', '小满', '同福', '三桥'],
  shopKinds: ['面馆', '便利店', '旅馆', '理发店', '小吃店', '五金店', '茶楼', '书店'],
  roads: ['望溪路', '河沿街', '青石巷', '南山路', '中心街', '学府路', '三桥路'],
  address: '云溪县{road}{n}号',
  /** Titles of fields that hold a person's name, an enterprise's, an address. */
  personField: /姓名|联系人|负责人|法定代表人|经营者$/u,
  unitField: /名称|字号|单位$/u,
  placeField: /地址|场所|地点|位置/u,
  letters: [
    {
      title: '路灯不亮',
      body: '{road}的路灯坏了三个多星期，晚上很黑，老人孩子走路都不方便，请尽快修好。',
    },
    { title: '施工扰民', body: '{road}边上的工地半夜还在施工，孩子睡不好觉，请管一管。' },
    {
      title: '垃圾清运不及时',
      body: '{road}{n}号门口的垃圾桶两三天才清一次，天热气味很大，希望每天清运。',
    },
    {
      title: '咨询高龄补贴',
      body: '家里老人今年八十岁，想问高龄补贴怎么领，要带什么材料，到哪里办。',
    },
    {
      title: '建议增设公交站',
      body: '{road}附近新建了小区，离最近的公交站要走二十分钟，建议增设一个站点。',
    },
    {
      title: '下水道堵塞',
      body: '{road}{n}号门前下水道堵了，一下雨就积水，商户没法做生意，请派人疏通。',
    },
    { title: '占道停车', body: '{road}两边天天停满车，消防车进不来，请加强管理。' },
  ],
  thanks: '您好！您的来信收悉，感谢您对县里工作的关心。',
  result:
    '经现场核查，您反映的情况属实。我单位已于{day}安排人员处理完毕，并列入每月巡查，今后如再发生，请拨打值班电话，我们当天到场。',
  agreed: '同意',
  accepted: '材料齐全，予以受理',
  referral: '请依法办理并答复来信人',
  missing: '材料不清晰，印章看不清',
  resubmit: '请重新提交清晰的扫描件',
  testing: '需要委托检测',
  tested: '检测完成，结果合格',
  rejected: '现场核查不符合规定条件',
  returned: '请补充核查意见',
  comment: { satisfied: '办得很快', mostly: '基本解决了', dissatisfied: '问题还在，没有解决' },
} as const;
