/** Headers that people write over the columns of letters, ours first; compared without blanks. */
export const columnHeaders = {
  sourceNumber: ['编号', '来信编号', '工单号', '工单编号', '留言编号', 'number', 'source_number', 'msg_id', 'id'],
  title: ['标题', '主题', '留言主题', 'title', 'subject'],
  body: ['内容', '详情', '诉求内容', '留言详情', 'body', 'content', 'detail'],
  receivedOn: ['时间', '留言时间', '来电时间', '来信时间', '日期', 'received_on', 'time', 'date'],
  name: ['姓名', '来电人', '来信人', 'name'],
  account: ['用户', '留言用户', '用户编号', 'user', 'account'],
  phone: ['电话', '联系电话', '来电号码', 'phone'],
  place: ['地点', '地址', 'place', 'address'],
  division: ['区划', '所属乡镇', '所在地', 'division'],
  category: ['类别', '一级标签', '分类', 'category'],
  likes: ['点赞数', 'likes'],
  dislikes: ['反对数', 'dislikes', 'against'],
  answer: ['答复', '答复意见', '回复', 'answer', 'reply'],
  answeredOn: ['答复时间', '回复时间', 'answered_on', 'reply_time'],
  answeredBy: ['答复单位', '承办单位', 'answered_by', 'unit'],
} as const;
