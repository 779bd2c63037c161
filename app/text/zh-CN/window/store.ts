/** 本机上的数据库无法使用时。 */
export const store = {
  store: {
    fresh: '保留损坏的文件并重新开始',
    freshNewer: '保留此文件并重新开始',
    freshText:
      '重新开始后没有账号和历史：请重新连接邮箱并扫描。邮箱中已不存在的退信通知仍在保留的文件中。',
    detail: '数据库的原话',
    trying: '正在重试',
    triesIn_other: '{{count}} 秒后自动重试',
    keptTitle: '已新建数据库',
    keptText: '旧文件及其附属文件已改名保留，没有删除任何内容。请重新连接邮箱并扫描。',
    keptAs: '旧文件位置',
    goOn: '继续',
  },
} as const;
