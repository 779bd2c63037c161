/** 连接的各个步骤、每步所见，以及失败时可能的原因。窗口与命令行共用。 */
export const connection = {
  step: {
    name: '查找服务器名称（DNS）',
    tcp: '到达服务器（TCP）',
    proxy: '经过代理',
    tls: '建立安全连接（TLS）',
    greeting: '收到服务器问候',
    login: '登录，仅一次',
    inbox: '以只读方式打开收件箱',
  },
  state: { waiting: '未开始', running: '进行中', done: '完成', failed: '失败' },
  seen: {
    name: '{{addresses}}',
    tcp: '{{address}}，端口 {{port}}',
    proxy: '{{proxy}}，由代理查找名称',
    tls: '{{version}}，证书由 {{issuer}} 颁发',
    greeting: '“{{words}}”',
    login: '已接受。服务器支持 {{capabilities}}。',
    loginPlain: '已接受。',
    inbox_other: '{{messages}} 封邮件，{{folders}} 个文件夹',
  },
  failedAt: '连接 {{server}} 在此步骤失败：{{step}}。',
  likelyTitle: '可能的原因，最常见的在前',
  likely: {
    'host-not-found': {
      typo: '服务器名称输入有误。阿里企业邮箱为 imap.qiye.aliyun.com。',
      offline: '本机未联网，或域名服务器没有应答。',
      inside: '该名称只在公司内网或 VPN 中可用。',
    },
    'connection-refused': {
      port: '该端口上没有邮件服务。阿里邮箱使用 993 端口。',
      firewall: '防火墙拒绝了连接。',
    },
    'connection-timeout': {
      blocked: '防火墙丢弃了到 993 端口的连接，许多办公网络如此。',
      proxy: '此网络只允许通过代理或 VPN 访问外部。',
      slow: '服务器或线路目前较慢。',
    },
    'server-silent': {
      slow: '服务器负载过高，或在拖延频繁连接的程序。',
      middlebox: '中间的防火墙或杀毒软件吞掉了服务器的应答。',
    },
    'network-unreachable': {
      offline: '本机未联网。',
      vpn: '需要经过 VPN，而 VPN 未连接。',
    },
    'connection-closed': {
      full: '同时连接此邮箱的程序过多。',
      middlebox: '中间的防火墙或杀毒软件切断了连接。',
      restart: '服务器重启。',
    },
    'certificate-untrusted': {
      inspected: '杀毒软件或公司防火墙会拆开安全连接，并换上自己的证书。',
      private: '服务器属于某家公司，由其自有的证书颁发机构签发。',
      stranger: '他人在冒充服务器应答。',
    },
    'certificate-wrong-host': {
      alias: '自有域名指向了阿里邮箱服务器。请使用服务器本身的名称。',
      portal: '酒店或咖啡馆的登录页面代替服务器应答。请先在那里登录。',
      stranger: '他人在冒充服务器应答。',
    },
    'certificate-expired': {
      clock: '本机的日期和时间不准。',
      renewal: '服务器证书未及时更新。',
    },
    'tls-failed': {
      port: '该端口不是一开始就使用 TLS。143 端口不是，993 端口是。',
      old: '服务器只提供已不安全的 TLS 版本。',
      middlebox: '中间的防火墙不放行 TLS。',
    },
    'proxy-unreachable': {
      name: '代理的名称或端口输入有误。',
      away: '只有在办公室或通过 VPN 才能到达代理。',
    },
    'proxy-login': {
      missing: '没有填写代理的用户名和密码。',
      wrong: '其中一项有误或已更改。',
    },
    'proxy-refused': {
      port: '代理只放行网页（443 端口），不放行 993 端口。',
      list: '代理只允许访问名单中的服务器，而此服务器不在其中。',
    },
    'proxy-no-way': {
      name: '邮件服务器名称输入有误，或代理的域名服务器不认识它。',
      firewall: '代理之后的防火墙不放行 993 端口。',
    },
    'not-imap': {
      port: '该端口属于其他服务：465 用于发信，995 为 POP3，993 为 IMAP。',
      service: '网页服务器或代理代替邮件服务器应答。',
    },
    'server-busy': {
      connections: '同时连接此邮箱的程序过多。',
      rate: '短时间内连接次数过多，稍后会自行恢复。',
    },
    'folder-refused': {
      moment: '服务器目前有故障。',
      rights: '账号可以登录但没有邮箱，或其 IMAP 受到限制。',
    },
  },
  certificate: {
    title: '对方出示的证书',
    why: '不受信任的原因',
    subject: '颁发给',
    names: '适用于',
    issuer: '颁发者',
    validity: '有效期',
    range: '{{from}} 至 {{to}}',
    fingerprint: 'SHA-256',
    unknown: '未注明',
    fault: {
      expired: '已过期',
      'not-yet-valid': '尚未生效',
      'wrong-host': '不适用于名称 {{host}}',
      'self-signed': '由其自身签发，没有机构担保',
      'unknown-authority': '颁发机构不为本机所知',
    },
    todo: '请将 SHA-256 与服务器管理员提供的值核对。如果由内部机构颁发，请选择该机构的文件；此账号会记住它。不提供跳过校验的方式。',
    choose: '选择颁发机构的文件（PEM）',
    chosen: '使用 {{name}} 并连接',
  },
} as const;
