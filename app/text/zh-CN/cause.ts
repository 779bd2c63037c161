/** 发信受限的四种可能原因、把握程度，以及每条依据。 */
export const cause = {
  name: {
    pace: '发信节奏',
    'weak-password': '弱密码',
    'stolen-account': '账号被盗',
    'forged-sender': '发件人被冒用',
  },
  likelihood: { likely: '很可能', possible: '有可能', unlikely: '不太可能' },
  evidence: {
    'no-own-episode': '没有观察到针对本账号的拒绝。',
    'sent-not-read': '没有读取“已发送”文件夹，因此不知道本邮箱发出了什么。',
    'pace-above-minute':
      '受限时段开始前 60 秒内，“已发送”中最多有 {{messages}} 封；同样时长内未被拒绝而发出的最多为 {{before}} 封。{{all}} 个受限时段中，有 {{episodes}} 个之前出现这类情况。',
    'pace-above-hour':
      '受限时段开始前 60 分钟内，“已发送”中最多有 {{messages}} 封；同样时长内未被拒绝而发出的最多为 {{before}} 封。{{all}} 个受限时段中，有 {{episodes}} 个之前出现这类情况。',
    'pace-above-day':
      '受限时段开始前 24 小时内，“已发送”中最多有 {{messages}} 封；同样时长内未被拒绝而发出的最多为 {{before}} 封。{{all}} 个受限时段中，有 {{episodes}} 个之前出现这类情况。',
    'pace-not-above':
      '{{all}} 个受限时段之前，“已发送”中的邮件都没有超过曾经未被拒绝而发出的数量。',
    'no-quiet-stretch': '没有观察到可供比较的、未被拒绝的发信时段。',
    'originals-unknown': '退信通知没有说明是哪些邮件被退回，无法在“已发送”中查找。',
    'originals-in-sent': '受限的邮件中有 {{share}} 在“已发送”中。',
    'outside-program':
      '受限的邮件中只有 {{share}} 在“已发送”中：有程序在本邮箱的“已发送”文件夹之外发信，实际发信节奏高于所示。',
    'resumed-after-pause': '有 {{count}} 个受限时段之后恢复发信，且一天之内没有再被拒绝。',
    'throttled-at-low-pace':
      '{{all}} 个受限时段中，有 {{count}} 个之前“已发送”中的邮件并未超过曾经未被拒绝而发出的数量。',
    'password-not-checked': '尚未在此检查密码，因此不了解其强度。',
    'password-breaks-rules': '{{checkedAt}} 的检查发现密码不符合阿里邮箱的规则。',
    'password-weak': '{{checkedAt}} 的检查发现密码容易被猜到（强度 {{score}}，满分 4）。',
    'password-checked':
      '{{checkedAt}} 的检查发现密码符合阿里邮箱的规则（强度 {{score}}，满分 4）。',
    'password-changed': '密码已于 {{changedAt}} 修改。',
    'ceased-after-change':
      '全部 {{count}} 个受限时段都在 {{changedAt}} 修改密码之前，之后没有再出现。',
    'originals-sent-here': '受限的邮件中有 {{count}} 封在“已发送”中，{{missing}} 封不在。',
    'originals-not-sent-here':
      '有 {{count}} 封被本账号服务器限制的邮件不在“已发送”中；另有 {{sent}} 封在其中。',
    'ips-not-known': '它们来自 {{count}} 个连接 IP，“已发送”中没有邮件来自这些 IP：{{names}}。',
    'ips-without-comparison':
      '它们来自 {{count}} 个连接 IP；“已发送”中没有邮件可说明哪些是常用的：{{names}}。',
    'programs-not-known':
      '它们由 {{count}} 个程序写成，“已发送”中没有邮件出自这些程序：{{names}}。',
    'programs-without-comparison':
      '它们由 {{count}} 个程序写成；“已发送”中没有邮件可说明哪些是常用的：{{names}}。',
    'same-sources': '它们的连接 IP、发信程序和时间与“已发送”中的邮件相同。',
    'unusual-hours': '{{all}} 封中有 {{count}} 封出现在这里几乎从不发信的时间。',
    'smtp-explains-too':
      '您自己通过 SMTP 发信的程序同样不会在“已发送”中留下邮件，也能解释这种情况。',
    'look-at-login-log':
      '请查看网页邮箱的登录日志：若有来自无人使用的地点或程序的登录，则说明账号可能被盗。',
    'no-foreign-bounce': '没有发现由未知程序所写邮件的退信。',
    'foreign-bounces':
      '有 {{count}} 封不在“已发送”中的邮件被本账号之外的服务器退回，涉及 {{domains}} 个收件人域名。',
    'foreign-message-ids': '它们的 Message-ID 来自 {{count}} 个未曾从这里发信的程序：{{names}}。',
    'own-account-not-limited': '本账号自己的服务器没有拒绝任何邮件。',
    'own-account-limited-too': '本账号自己的服务器也拒绝过邮件，共 {{count}} 个受限时段。',
    'login-log-decides': '如果网页邮箱的登录日志没有异常，则是发件人地址被冒用，密码并未泄露。',
  },
} as const;
