import type { MessageTable } from '../message-table.ts';

export const formMessages = {
  'form/required': { severity: 'error', 'zh-CN': '请填写「{label}」', en: 'Please fill in {label}' },
  'form/wrong-type': {
    severity: 'error',
    'zh-CN': '「{label}」应为{expected}，请重新填写',
    en: '{label} should be {expected}; please enter it again',
  },
  'form/too-short': {
    severity: 'error',
    'zh-CN': '「{label}」至少 {limit} 个字',
    en: '{label} takes at least {limit} characters',
  },
  'form/too-long': {
    severity: 'error',
    'zh-CN': '「{label}」最多 {limit} 个字',
    en: '{label} takes at most {limit} characters',
  },
  'form/too-small': {
    severity: 'error',
    'zh-CN': '「{label}」不能小于 {limit}',
    en: '{label} may not be below {limit}',
  },
  'form/too-big': {
    severity: 'error',
    'zh-CN': '「{label}」不能大于 {limit}',
    en: '{label} may not be above {limit}',
  },
  'form/wrong-step': {
    severity: 'error',
    'zh-CN': '「{label}」应为 {limit} 的倍数',
    en: '{label} should be a multiple of {limit}',
  },
  'form/wrong-shape': {
    severity: 'error',
    'zh-CN': '「{label}」格式不正确，请检查后重填',
    en: '{label} is not written as expected; please check it',
  },
  'form/not-offered': {
    severity: 'error',
    'zh-CN': '「{label}」没有这个选项，请重新选择',
    en: '{label} does not offer this choice; please choose again',
  },
  'form/repeated': {
    severity: 'error',
    'zh-CN': '「{label}」中有重复项，请删去多余的',
    en: '{label} lists something twice; remove one of them',
  },
  'form/too-few': {
    severity: 'error',
    'zh-CN': '「{label}」至少 {limit} 项',
    en: '{label} takes at least {limit}',
  },
  'form/too-many': {
    severity: 'error',
    'zh-CN': '「{label}」最多 {limit} 项',
    en: '{label} takes at most {limit}',
  },
  'form/not-a-date': {
    severity: 'error',
    'zh-CN': '「{label}」不是有效日期',
    en: '{label} is not a date that exists',
  },
  'form/unassigned-number': {
    severity: 'warning',
    'zh-CN': '「{label}」不在已启用的号段内，请核对',
    en: '{label} lies in a range not in use; please check it',
  },
  'form/unknown-field': {
    severity: 'error',
    'zh-CN': '表单没有「{name}」这一项，请删除',
    en: 'The form does not ask for {name}; remove it',
  },
  'form/not-writable': {
    severity: 'error',
    'zh-CN': '您无权修改「{label}」',
    en: 'You may not change {label}',
  },
  'form/not-asked': {
    severity: 'error',
    'zh-CN': '当前不需要填写「{label}」，请去掉这项答案',
    en: '{label} is not asked here; leave the answer out',
  },
  'form/no-longer-asked': {
    severity: 'info',
    'zh-CN': '查询结果已更新，「{label}」不再需要，已略去',
    en: 'A lookup changed; {label} is no longer asked and was left out',
  },
  'form/wrong-stage': {
    severity: 'error',
    'zh-CN': '此表单不能在「{stage}」阶段提交',
    en: 'This form cannot be sent in stage {stage}',
  },
  'form/check-failed': {
    severity: 'error',
    'zh-CN': '校验「{check}」未通过，请检查相关内容',
    en: 'The check {check} does not hold; please look at the fields it names',
  },
  'form/not-confirmed': {
    severity: 'error',
    'zh-CN': '请确认「{check}」后再提交',
    en: 'Please confirm {check} before sending',
  },
  'form/check-not-run': {
    severity: 'error',
    'zh-CN': '必须的查询「{lookup}」尚未完成，请稍候再提交',
    en: 'The required lookup {lookup} has not run for these values; wait for it and send again',
  },
  'form/answer-absent': {
    severity: 'warning',
    'zh-CN': '「{label}」查无结果，请核对',
    en: 'Nothing was found for {label}; please check it',
  },
  'form/upload-pending': {
    severity: 'error',
    'zh-CN': '「{label}」还有文件未上传完成',
    en: 'A file of {label} is still being uploaded',
  },
  'form/empty-signature': { severity: 'error', 'zh-CN': '请签名', en: 'Please sign' },
  'form/signature-outdated': {
    severity: 'error',
    'zh-CN': '签名之后内容已变更，请重新签名',
    en: 'What was signed has changed since; please sign again',
  },
  'form/unknown': {
    severity: 'error',
    'zh-CN': '流程中没有表单「{form}」，最接近的是「{nearest}」',
    en: 'The workflow has no form "{form}"; the nearest is "{nearest}"',
  },
  'form/shape-differs': {
    severity: 'error',
    'zh-CN': '「{pointer}」与工单数据结构不符：{reason}',
    en: '{pointer} does not fit the record: {reason}',
  },
  'form/two-writers': {
    severity: 'error',
    'zh-CN': '字段「{field}」与「{other}」写入同一处，请保留一个',
    en: 'The fields {field} and {other} write the same place; keep one',
  },
  'form/left-out-of-order': {
    severity: 'error',
    'zh-CN': '字段「{field}」不在任何分区的顺序中，永远不会显示',
    en: 'No section lists the field {field}, so it is never shown',
  },
  'form/visibility-cycle': {
    severity: 'error',
    'zh-CN': '条件互相依赖，无法计算：{path}',
    en: 'These conditions depend on each other and cannot be computed: {path}',
  },
  'form/lookup-circle': {
    severity: 'error',
    'zh-CN': '查询的参数依赖它自己的结果：{path}',
    en: 'A lookup asks for what only its own answer says: {path}',
  },
  'form/terms-collide': {
    severity: 'error',
    'zh-CN': '词语「{word}」同时属于「{first}」和「{second}」',
    en: 'The word {word} belongs to both {first} and {second}',
  },
  'form/hidden-but-required': {
    severity: 'error',
    'zh-CN': '字段「{id}」既隐藏又必填（见 {other}），谁也无法提交',
    en: 'The field "{id}" is hidden and required (see {other}); nobody can submit',
  },
} as const satisfies MessageTable;
