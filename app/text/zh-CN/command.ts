/** 命令行自己的用语。 */
export const command = {
  help: `Sendwell 查明阿里邮箱何时、为何限制了邮箱的发信频率，不会改动邮箱中的任何内容。

  sendwell explain [--json] [PATH…]
      解释退信通知：.eml、mbox、Maildir、包含它们的文件夹、日志；'-' 或不写：标准输入
  sendwell scan --user ADDRESS [--host H] [--port 993] [--folder NAME]… [--since YYYY-MM-DD|all]
                [--ca FILE.pem] [--proxy URL] [--password-file FILE] [--data DIR] [--fresh-database] [--json]
      通过 IMAP 扫描邮箱；密码来自 SENDWELL_PASSWORD、文件或隐藏输入
      --proxy http://host:port、socks5://host:port 或 direct；不写时采用 HTTPS_PROXY、ALL_PROXY 与 NO_PROXY；
      代理密码来自 SENDWELL_PROXY_PASSWORD
  sendwell scan --sample [--data DIR] [--json]
      扫描示例邮箱，不使用网络
      --fresh-database：本机数据库损坏时，将其改名保留并重新开始
  sendwell scan --user ADDRESS --import PATH… [--data DIR] [--json]
      将邮件文件和日志加入账号的历史记录；不联网
  sendwell audit --accounts FILE.csv --out DIR [--since …] [--format html,pdf,csv,json] [--concurrency N]
                 [--shard I/N] [--redact] [--retry-refused] [--ca FILE.pem] [--data DIR] [--json]
      将多个邮箱审计为一份报告；FILE.csv 的列为 user,host,port,passwordEnv,passwordFile，不含密码。
      再次运行同一命令只处理尚未完成的部分
  sendwell audit --from-files DIR --out DIR …
      从导出的邮件审计，每个子文件夹或 mbox 为一个账号；不使用网络
  sendwell audit --merge DIR… --out DIR …
      将多个分片的文件夹合并为一份报告
  sendwell check --user ADDRESS [--data DIR]
      根据已保存的内容输出一行：0 正常或恢复中，10 受限，11 未知
  sendwell password check --account ADDRESS [--json]
      按阿里邮箱的规则和强度检查标准输入中的密码，不使用网络
  sendwell password suggest --account ADDRESS [--length 16…64] [--json]
      生成符合规则的密码

通用选项：--lang en|zh-CN、--timezone ZONE。SENDWELL_DATA 为数据库所在位置。
退出状态：0 完成，2 用法错误，3 服务器无法连接或不受信任，4 登录被拒绝，5 中途停止，6 审计中有账号失败，130 被中断。`,
  'database-kept-aside':
    '损坏的数据库已保留为 {{file}}，并已新建数据库；其中只有从现在起读取的内容。',
  'log-kept-aside': '数据库的最新改动无法读取，已保留为 {{file}}；其中的邮箱内容会重新读取。',
  'fresh-database': '加上 --fresh-database 再次运行该命令，可将该文件改名保留并重新开始。',
  'no-password': '没有密码：请设置 SENDWELL_PASSWORD 或使用 --password-file',
  'password-for': '{{account}} 的密码（不显示）：',
  audit: {
    done: '{{state}}，{{episodes}} 个受限时段，{{throttled}} 次频率拒绝。',
    repeated: '第 {{line}} 行重复了 {{account}}，未使用。',
    ignored: '此处没有意义的列：{{columns}}。',
    noPdf:
      '无法生成 PDF：PDF 由 Sendwell 应用打印，此处没有找到该应用或没有显示环境。可用 SENDWELL_APP 指定其可执行文件。',
    written: '已写入 {{folder}}：{{files}}',
    total: '报告中共 {{accounts}} 个账号，其中 {{failed}} 个失败。',
    remaining: '还有 {{remaining}} 个账号未完成；再次运行同一命令会继续。',
    evidenceMissing: '未在分片旁找到的证据文件：{{count}}。',
  },
  progress: {
    listing: '正在列出文件夹',
    sweeping: '{{folder}}：{{swept}} / {{total}} 封邮件，已发现 {{notices}} 封退信通知',
    waiting: '等待继续：连接已断开或服务器繁忙',
    left: {
      soon: '剩余不到 1 分钟',
      minutes_other: '剩余约 {{count}} 分钟',
      hours: '剩余约 {{hours}} 小时 {{minutes}} 分钟',
    },
  },
  state: {
    limited: '发信正受限制。',
    recovering: '不到一周前发信曾受限制；建议的暂停时间已过。',
    healthy: '自 {{since}} 起，{{folders}} 中没有限制本账号的发信频率受限退信。',
    unknown: '未知：最近一天内没有完整读取邮箱。',
  },
  everything: '第一封邮件',
  retry: '可于此时重试：{{at}}（估计值）。',
  totals: '退信通知 {{notices}} 封，投递失败 {{failures}} 次，其中发信频率受限 {{throttled}} 次。',
  episode:
    '{{startedAt}} 至 {{endedAt}}：受限 {{failures}} 次（临时 {{transient}}，永久 {{permanent}}）',
  pace: '    此前发出：60 秒内 {{minute}} 封，60 分钟内 {{hour}} 封，24 小时内 {{day}} 封。',
  sent: '“已发送”中实际观察到的发信节奏（{{messages}} 封邮件）',
  highest: '未被拒绝而发出的最多数量',
  'highest-values': '60 秒内 {{minute}} 封，60 分钟内 {{hour}} 封，24 小时内 {{day}} 封',
  coverage: '被退回的邮件中有 {{share}} 在“已发送”中。',
  causes: '原因',
  'also-do': '此外',
  together: '合计：退信通知 {{notices}} 封，受限 {{throttled}} 次，受限时段 {{episodes}} 个。',
  imported: '已导入：邮件或日志行 {{messages}} 条，新增通知 {{added}} 封，此前已知 {{known}} 封。',
  folders: '已读取的内容',
  folder: '{{messages}} 封邮件中的 {{swept}} 封，退信通知 {{notices}} 封',
  'smtp-refusals':
    '通过 SMTP 发信的程序只在自己的日志中看到拒绝，不会留下邮件：此处所示为最少发生的次数。',
  possible: '可能，不计入',
  field: {
    bouncedAt: '时间',
    reportingMta: '报告方',
    subject: '原邮件主题',
    messageId: '原邮件 Message-ID',
    action: '处理结果',
    code: '应答',
    remoteMta: '应答方',
    stage: '阶段',
    connectionIp: '连接 IP',
    tag: '标签',
    node: '节点',
    direction: '受限方',
    programs: '发信程序',
    diagnostic: '判定原文',
  },
  action: {
    failed: '失败',
    delayed: '延迟，仍在重试',
    delivered: '已送达',
    expanded: '已展开',
    relayed: '已转交',
  },
  direction: {
    'own-account': '本账号',
    'recipient-server': '发信主机（被收件方服务器限制）',
    unknown: '未知',
  },
} as const;
