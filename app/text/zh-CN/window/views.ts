/** What all views share: the bar of filters above them, and saving what is shown. */
export const views = {
  scope: {
    label: '各视图显示的内容',
    everything: '全部拒绝，全部时间',
    only: '仅显示',
    clear: '显示全部',
    remove: '移除：{{filter}}',
    back: '返回一步',
    time: '显示的时间',
    whole: '全部',
    unknown: '未知',
    preset: { day: '24 小时', week: '7 天', month: '30 天', quarter: '90 天' },
    last: { day: '最近 24 小时', week: '最近 7 天', month: '最近 30 天', quarter: '最近 90 天' },
    transient: '临时拒绝',
    permanent: '永久拒绝',
    direction: {
      'own-account': '本账号受限',
      'recipient-server': '受收件方服务器限制',
      unknown: '受限的一方不确定',
    },
    connectionIp: '连接 IP：{{value}}',
    recipientDomain: '收件人域名：{{value}}',
    program: '程序：{{value}}',
  },
  export: {
    of: '保存：{{title}}',
    csv: '表格（CSV）',
    svg: '图片（SVG）',
    png: '图片（PNG）',
    saved: '已保存为“{{name}}”。',
  },
} as const;
