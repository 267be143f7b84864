import type { RefusalText } from '../platform/refusal.ts';
import type { DrawingTexts } from './drawing.ts';
import type { SuggestionCode } from './suggestion.ts';

const redraw = '请在绘图工具中改画后重新导入；本次没有导入任何内容。';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'bpmn-unreadable': {
    detail: '文件不是可读的 BPMN 2.0：{other}',
    nextStep: '请用绘图工具重新导出 .bpmn 文件；含有 DOCTYPE 或实体的文件一律不读。',
  },
  'bpmn-too-large': {
    detail: '文件过大：最多 1 MB、2,000 个元素。',
    nextStep: '请只保留一个流程后再导入。',
  },
  'bpmn-no-process': {
    detail: '文件里没有画出任何流程。',
    nextStep: '请确认导出的是流程图（process），不是协作图或决策表。',
  },
  'bpmn-choose-process': {
    detail: '文件里有多个流程：{other}。',
    nextStep: '请选择要导入的一个。',
  },
  'bpmn-element-unknown': {
    detail: '“{name}”（{elementId}）是 {type}，本平台的流程中没有对应的节点。',
    nextStep: redraw,
  },
  'bpmn-event-gateway': {
    detail: '“{name}”（{elementId}）是事件网关：等几件事中先发生的一件，无法归为一棵树。',
    nextStep: '请改为先等待一件事，再按表单条件选择分支。',
  },
  'bpmn-complex-gateway': {
    detail: '“{name}”（{elementId}）是复杂网关，其汇合条件无法归为一棵树。',
    nextStep: '几人中几人同意即可的，请改为一个环节，用会签、或签或者票决。',
  },
  'bpmn-boundary-event': {
    detail: '“{name}”（{elementId}）是附在“{other}”边上的事件，会中途打断该环节。',
    nextStep: '超时请改用环节的时限和超时处理；退回请用退回操作，不必画出。',
  },
  'bpmn-event-subprocess': {
    detail: '“{name}”（{elementId}）是事件子流程，随时可能插入，无法归为一棵树。',
    nextStep: redraw,
  },
  'bpmn-transaction': {
    detail: '“{name}”（{elementId}）是事务子流程，本平台没有自动回滚。',
    nextStep: redraw,
  },
  'bpmn-ad-hoc': {
    detail: '“{name}”（{elementId}）是自由子流程，没有确定的先后顺序。',
    nextStep: '请画出先后顺序，或改为并行。',
  },
  'bpmn-compensation': {
    detail: '“{name}”（{elementId}）是补偿活动，本平台没有自动补偿。',
    nextStep: '办理错误的，依法撤销或者变更，不由流程自动回滚。',
  },
  'bpmn-repeated': {
    detail: '“{name}”（{elementId}）带有循环或多实例标记，次数无法预先确定。',
    nextStep: '多人办理同一环节的，请改为一个环节配多个岗位，用会签、或签或者依次办理。',
  },
  'bpmn-event-unsupported': {
    detail: '“{name}”（{elementId}）是 {other} 事件，本平台没有对应的节点。',
    nextStep: '等待只支持：消息、时间、缴费、特别程序结束；其他请改画。',
  },
  'bpmn-start-unsupported': {
    detail: '“{name}”（{elementId}）由 {other} 自动启动，而办件总是由申请启动。',
    nextStep: '请改为普通开始事件或消息开始事件。',
  },
  'bpmn-timer-unsupported': {
    detail: '“{name}”（{elementId}）的时间“{other}”不是整天的时长。',
    nextStep: '请写成天数，例如 P3D（三天）；不支持固定日期和循环。',
  },
  'bpmn-terminate-in-parallel': {
    detail: '“{name}”（{elementId}）在并行分支里终止整个流程，其他分支会被无声取消。',
    nextStep: '请在并行汇合之后再用条件分支决定是否结束。',
  },
  'bpmn-no-start': {
    detail: '流程“{name}”没有开始：每个元素前面都有别的元素。',
    nextStep: '请加上一个开始事件。',
  },
  'bpmn-several-starts': {
    detail: '“{name}”（{elementId}）是另一个开始；一个流程只能有一个开始。',
    nextStep: '请只留一个开始事件；没有连线的元素也算作开始，请连上或删去。',
  },
  'bpmn-flow-broken': {
    detail: '连线“{name}”（{elementId}）的一端没有连到元素上。',
    nextStep: '请重新连接后导入。',
  },
  'bpmn-loop': {
    detail: '从“{name}”（{elementId}）有连线回到“{other}”，形成循环。',
    nextStep: '请删去往回的连线：本平台中，有权的人在任何环节都可以退回到前面的环节，不必画出。',
  },
  'bpmn-split-without-join': {
    detail: '“{name}”（{elementId}）的各个分支没有汇合到同一处（{other}）。',
    nextStep: '请让每个分开的网关都有自己的汇合网关；相同的后续环节在各分支中分别画出。',
  },
  'bpmn-join-of-other-kind': {
    detail: '“{name}”（{elementId}）的分支汇合在“{other}”，两者种类不同：会卡住，或者重复执行。',
    nextStep: '请让分开与汇合用同一种网关。',
  },
  'bpmn-flow-invalid': {
    detail: '“{name}”中的扩展内容不符合格式：{other}',
    nextStep: '请从本平台重新导出该流程，再在绘图工具中修改。',
  },
};

export const suggestionTexts: Readonly<Record<SuggestionCode, string>> = {
  post: '“{name}”画在“{other}”泳道或者指定了“{other}”：请选择对应的岗位。',
  'condition-needed': '“{name}”的条件“{other}”不是 FEEL 表达式：请改写为表单条件，否则不能发布。',
  'default-chosen': '“{name}”没有默认分支：条件“{other}”的一支作为其他情况办理。',
  'was-automatic': '“{name}”原为自动任务（{other}）：已作为人工环节，请改为自动节点或指定岗位。',
  'was-message': '“{name}”原为发出消息：已作为人工环节，可改为抄送或出具文书。',
  'started-by-message': '开始事件“{name}”等待消息：在本平台即提出申请。',
  'was-repeated': '“{name}”由多人办理：请配置岗位，并核对会签、或签或者依次办理。',
  'was-empty': '“{name}”原为未画出内容的子流程：已作为一个环节。',
  'called-item': '“{name}”调用其他流程“{other}”：请改为本平台的事项编码。',
  'return-by-reject': '“{name}”后面往回的连线已改为：该环节不同意时退回到“{other}”。',
  'name-missing': '“{name}”没有名称：请起一个看得懂的名称。',
};

/** What our own drawing says beside the names of the flow. */
export const drawingTexts: DrawingTexts = { otherwise: '其他情况', denied: '不予许可' };
