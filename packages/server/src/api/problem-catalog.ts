import type { MessagePattern, Remedy } from '@paidan/engine/issue';

interface CataloguedProblem {
  readonly status: number;
  readonly remedy: Remedy;
  readonly title: MessagePattern;
  readonly detail: MessagePattern;
}

function problem(
  [status, remedy]: readonly [number, Remedy],
  [titleZh, detailZh]: readonly [string, string],
  [titleEn, detailEn]: readonly [string, string],
): CataloguedProblem {
  const title = { 'zh-CN': titleZh, en: titleEn };
  return { status, remedy, title, detail: { 'zh-CN': detailZh, en: detailEn } };
}

/** Every problem the HTTP side itself can answer with. Issues of engine and forms keep their own codes and sentences. */
export const problemCatalog = {
  'request/not-json': problem(
    [400, 'give-up'],
    ['请求格式有误', '请求体不是有效的 JSON，请检查后重新发送。'],
    ['The request is not JSON', 'The body could not be read as JSON; correct it and send it again.'],
  ),
  'request/schema': problem(
    [400, 'give-up'],
    ['请求内容不符合约定', '{where}：{found}。请对照 /api/openapi.json 修改。'],
    ['The request does not fit the contract', '{where}: {found}. Compare it with /api/openapi.json.'],
  ),
  'request/too-deep': problem(
    [400, 'give-up'],
    ['请求嵌套过深', '请求体的嵌套超过 {limit} 层，请改用更平的结构。'],
    ['The request nests too deep', 'The body nests deeper than {limit} levels; send a flatter one.'],
  ),
  'request/no-command-id': problem(
    [400, 'give-up'],
    ['缺少 Idempotency-Key', '写入请求必须带请求头 Idempotency-Key（UUID），重复发送时保持不变。'],
    ['Idempotency-Key is missing', 'A write needs the header Idempotency-Key, a UUID kept over repeats.'],
  ),
  'request/command-id-reused': problem(
    [422, 'give-up'],
    ['Idempotency-Key 已被使用', '同一个 Idempotency-Key 已用于另一个请求，请换一个新的。'],
    [
      'Idempotency-Key was used before',
      'This Idempotency-Key belongs to a different request; take a fresh one.',
    ],
  ),
  'request/cross-site': problem(
    [403, 'give-up'],
    ['请求来自其他网站', '只接受本站页面发出的写入请求。'],
    ['The request comes from another site', 'Writes are accepted from pages of this site only.'],
  ),
  'request/bad-cursor': problem(
    [400, 'retry'],
    ['分页标记无效', '分页标记与当前的筛选、排序或登录人不符，请从第一页重新开始。'],
    [
      'The cursor is not valid',
      'It does not belong to this filter, sort or person; begin at the first page.',
    ],
  ),
  'request/kind-not-open': problem(
    [422, 'give-up'],
    ['不能直接发送此事件', '事件「{event}」只由系统产生，不能通过接口发送。'],
    [
      'This event cannot be sent',
      '"{event}" is raised by the system itself and is not accepted from outside.',
    ],
  ),
  'request/no-if-match': problem(
    [428, 'retry'],
    ['缺少 If-Match', '保存前请带上读取时得到的 ETag（请求头 If-Match），以免覆盖他人的修改。'],
    ['If-Match is missing', 'Send the ETag you read as If-Match, so that nobody’s change is overwritten.'],
  ),
  'request/stale': problem(
    [412, 'retry'],
    ['内容已被他人修改', '您读取之后内容已更新，请重新读取后再保存。'],
    ['It has been changed meanwhile', 'It was saved again after you read it; read it afresh, then save.'],
  ),
  'filter/not-indexable': problem(
    [400, 'give-up'],
    ['不支持的筛选', '筛选条件「{operator}」无法用于列表，请改用 view 与 q。'],
    ['The filter is not supported', '"{operator}" cannot be asked of a list; use view and q.'],
  ),
  'filter/unknown-view': problem(
    [400, 'give-up'],
    ['没有这个视图', '没有名为「{view}」的视图，可用：{views}。'],
    ['There is no such view', 'There is no view "{view}"; there are {views}.'],
  ),
  'search/too-short': problem(
    [400, 'give-up'],
    ['搜索词太短', '请至少输入一个汉字、两个字母或三个数字。'],
    ['The search is too short', 'Give at least one Han character, two letters or three digits.'],
  ),
  'gate/sign-in': problem(
    [401, 'wait-for-person'],
    ['请先登录', '此操作需要登录，或登录已过期。'],
    ['Please sign in', 'This needs a sign-in, or yours has run out.'],
  ),
  'gate/not-permitted': problem(
    [403, 'wait-for-person'],
    ['没有权限', '您的角色不能执行此操作，如有需要请联系管理员。'],
    ['Not permitted', 'Your roles do not allow this; ask an administrator if you need it.'],
  ),
  'gate/not-found': problem(
    [404, 'give-up'],
    ['没有找到', '没有找到，或您无权查看。'],
    ['Not found', 'There is no such thing here, or it is not for you to see.'],
  ),
  'code/wrong': problem(
    [422, 'retry'],
    ['验证码不正确', '验证码不正确或已过期，请核对短信，或重新获取。'],
    ['The code is not right', 'The code is wrong or over; look at the message again or ask for a fresh one.'],
  ),
  'code/too-many': problem(
    [429, 'wait-for-person'],
    ['获取过于频繁', '一小时内最多发送 {limit} 次验证码，请稍后再试。'],
    ['Too many codes', 'At most {limit} codes are sent within an hour; try again later.'],
  ),
  'code/not-sent': problem(
    [503, 'retry'],
    ['短信未能发出', '短信通道暂不可用，请稍后重试。'],
    ['The message was not sent', 'The message channel is not available; try again in a moment.'],
  ),
  'code/no-number': problem(
    [422, 'give-up'],
    ['没有可用的手机号', '工单上没有客户手机号，无法发送验证码。'],
    ['There is no number', 'The work order holds no number to send a code to.'],
  ),
  'link/spent': problem(
    [410, 'wait-for-person'],
    ['链接已失效', '链接已使用、已过期或不存在，请向客服索取新的链接。'],
    [
      'The link is no longer valid',
      'It was used, has run out or never was; ask the service desk for another.',
    ],
  ),
  'offer/over': problem(
    [409, 'give-up'],
    ['邀约已结束', '这张工单已被他人接单，或邀约已过期、已撤回。'],
    ['The offer is over', 'Somebody else has taken it, or it has run out or been withdrawn.'],
  ),
  'position/off-shift': problem(
    [409, 'give-up'],
    ['不在班次内', '只在上班时间记录位置，本次位置没有保存。'],
    ['Off shift', 'Positions are kept during a shift only; this one was not stored.'],
  ),
  'incident/settled': problem(
    [409, 'give-up'],
    ['异常已处理', '这条异常已由他人处理。'],
    ['The incident is settled', 'Somebody has settled this incident already.'],
  ),
  'publish/changed': problem(
    [412, 'retry'],
    ['草稿已变更', '预览之后草稿又有修改，请重新检查再发布。'],
    ['The draft has changed', 'It was edited after the preview; look at it again, then publish.'],
  ),
  'hook/signature': problem(
    [401, 'give-up'],
    ['签名不正确', '推送的签名与配置的密钥不符，内容未被接收。'],
    ['The signature is wrong', 'It does not fit the configured key; nothing was taken in.'],
  ),
  'hook/stale': problem(
    [401, 'give-up'],
    ['推送已过期', '推送的时间与当前相差超过 5 分钟，内容未被接收。'],
    ['The push is too old', 'Its time differs from ours by more than five minutes; nothing was taken in.'],
  ),
  'upload/too-large': problem(
    [413, 'give-up'],
    ['内容过大', '内容超过 {limit}，请减小后重试。'],
    ['Too large', 'It exceeds {limit}; make it smaller and try again.'],
  ),
  'upload/digest-differs': problem(
    [422, 'retry'],
    ['文件内容不一致', '收到的文件与声明的 SHA-256 不一致，请重新上传。'],
    ['The file differs', 'What arrived does not have the declared SHA-256; upload it again.'],
  ),
  'upload/metadata': problem(
    [422, 'give-up'],
    ['缺少上传信息', '上传须带 sha256、filename、filetype 和 workOrder。'],
    ['Upload metadata is missing', 'An upload names sha256, filename, filetype and workOrder.'],
  ),
  'upload/kind': problem(
    [415, 'give-up'],
    ['内容类型不支持', '此处只接受 application/json。'],
    ['Unsupported content type', 'Only application/json is accepted here.'],
  ),
  'limit/requests': problem(
    [429, 'retry'],
    ['操作太频繁', '请求太频繁，请在 {seconds} 秒后重试。'],
    ['Too many requests', 'Wait {seconds} seconds, then try again.'],
  ),
  'limit/streams': problem(
    [429, 'retry'],
    ['实时连接过多', '同时打开的实时连接过多，请关闭其他页面。'],
    ['Too many live streams', 'Too many live streams are open; close other pages.'],
  ),
  'fault/unexpected': problem(
    [500, 'wait-for-person'],
    ['系统出错了', '出现了意外错误，请把编号 {reference} 告诉管理员。'],
    ['Something went wrong', 'Tell an administrator the reference {reference}.'],
  ),
  'fault/outage': problem(
    [503, 'retry'],
    ['服务暂不可用', '服务正在恢复或重启，请稍后重试。'],
    ['Not available right now', 'The service is recovering or restarting; try again shortly.'],
  ),
} as const satisfies { readonly [code: string]: CataloguedProblem };

export type ProblemCode = keyof typeof problemCatalog;
