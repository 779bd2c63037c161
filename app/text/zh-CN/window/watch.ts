export const watch = {
  watch: {
    switch: '持续关注',
    hint: '保持一个只读连接，新邮件到达即读取，直到关闭应用或关闭此开关。',
    state: {
      off: '未开启',
      connecting: '正在连接',
      reading: '正在读取',
      watching: '关注中',
      waiting: '{{at}} 再试',
      stopped: '已停止',
    },
    instant: '收件箱有新邮件时服务器会立即通知；其他文件夹每十分钟查看一次。',
    asked: '服务器不会主动通知新邮件：收件箱每两分钟查询一次，其他文件夹每十分钟一次。',
    lastLook: '上次查看：{{ago}}。',
    noLook: '尚未查看。',
    read_other: '自 {{since}} 起读取 {{formatted}} 封邮件，其中退信通知 {{notices}} 封。',
    notRead: '未读取：',
    waiting: '连接已断开，会自动重试，间隔逐渐加长。',
    stopped: '不会自动重试。',
  },
} as const;
