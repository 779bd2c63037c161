/** 交给阿里邮箱客服的说明。 */
export const bundle = {
  title: '{{account}} 发信受限（“too frequently sending”）',
  from: '首次拒绝：{{at}}（{{zone}}）',
  to: '末次拒绝：{{at}}（{{zone}}）',
  counts:
    '拒绝次数：{{failures}}（临时 {{transient}}，永久 {{permanent}}），收件人 {{recipients}} 个，退信通知 {{notices}} 封',
  direction: '受限方：{{direction}}',
  others: '观察到的其他受限时段：{{count}}',
  ips: '连接 IP：{{names}}',
  domains: '收件人域名：{{names}}',
  programs: '发信程序：{{names}}',
  tags: '标签：{{names}}',
  nodes: '节点：{{names}}',
  pace: '首次拒绝之前“已发送”中的邮件：60 秒内 {{minute}} 封，60 分钟内 {{hour}} 封，24 小时内 {{day}} 封（本邮箱的实际观察）',
  'no-pace': '首次拒绝之前“已发送”中的邮件：未知',
  lines: '服务器的答复（{{total}} 条中的 {{shown}} 条）：',
  'no-line': '退信通知未引用服务器答复',
  unknown: '未知',
  request: '请告知这些邮件被拒绝的原因，以及该账号需要做哪些调整才能正常发送。',
} as const;
