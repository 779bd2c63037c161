/** 发生了什么、可能意味着什么、该怎么做：每个 ProblemCode 一项。 */
export const problem = {
  usage: {
    title: '无法理解：{{subject}}。',
    meaning: '命令中缺少某个词，或有未知的词，或位置不对。',
    todo: '各命令的写法见 "sendwell --help"。',
  },
  'file-not-found': {
    title: '找不到文件或文件夹“{{subject}}”。',
    meaning: '它可能已被移动或改名，也可能是名称输入有误。',
    todo: '请检查名称后重试。',
  },
  'file-unreadable': {
    title: '无法读取“{{subject}}”。',
    meaning: '当前账户可能没有权限，或文件已损坏。',
    todo: '请检查权限，或使用该文件的副本。',
  },
  'file-unwritable': {
    title: '无法保存“{{subject}}”。',
    meaning: '当前用户在该位置可能没有写入权限，或该文件夹已不存在。',
    todo: '请保存到其他文件夹。',
  },
  'host-not-found': {
    title: '找不到名为 {{subject}} 的服务器。',
    meaning: '名称可能输入有误，或本机未联网。',
    todo: '请检查服务器名称和网络后重试。',
  },
  'connection-refused': {
    title: '{{subject}} 拒绝了连接。',
    meaning: '该端口上没有服务，或被防火墙拒绝。',
    todo: '请检查服务器和端口。阿里邮箱使用 993 端口。',
  },
  'connection-timeout': {
    title: '{{subject}} 未在规定时间内响应。',
    meaning: '防火墙可能丢弃了连接，或服务器、网络较慢。',
    todo: '请确认当前网络允许 993 端口后重试。',
  },
  'connection-closed': {
    title: '{{subject}} 关闭了连接。',
    meaning: '服务器重启、连接的程序过多，或连接数分钟后，都会这样。',
    todo: '已读取的内容会保留。再次扫描即可从中断处继续。',
  },
  'network-unreachable': {
    title: '无法到达 {{subject}} 所在的网络。',
    meaning: '本机可能未联网，或需要 VPN。',
    todo: '请检查网络连接后重试。',
  },
  'certificate-untrusted': {
    title: '{{subject}} 的证书不受信任。',
    meaning: '签发机构不为本机所知。可能是公司自有的机构，也可能是他人在冒充应答。',
    todo: '如果公司有自己的证书颁发机构，请选择其文件（PEM）。否则请勿继续。',
  },
  'certificate-wrong-host': {
    title: '该证书不属于 {{subject}}。',
    meaning: '用自有域名指向阿里邮箱服务器时会出现这种情况。',
    todo: '请使用阿里邮箱服务器本身的名称，例如 imap.qiye.aliyun.com。',
  },
  'certificate-expired': {
    title: '{{subject}} 的证书已过期或尚未生效。',
    meaning: '服务器证书未及时更新，或本机时钟不准。',
    todo: '请检查本机日期和时间。如果无误，请告知服务器管理员。',
  },
  'tls-failed': {
    title: '无法与 {{subject}} 建立安全连接。',
    meaning: '该端口可能不支持 TLS，或服务器只提供已不安全的版本。',
    todo: '请使用 993 端口。Sendwell 只在 TLS 1.2 或更高版本下发送密码。',
  },
  'proxy-unreachable': {
    title: '无法连接到代理 {{subject}}。',
    meaning: '代理可能已关闭或需要 VPN，也可能是名称或端口不对。尚未询问邮件服务器。',
    todo: '请检查代理的名称和端口；如果网络允许，也可以不使用代理。',
  },
  'proxy-login': {
    title: '代理 {{subject}} 需要单独登录。',
    meaning: '代理有自己的用户名和密码，与邮箱无关；尚未填写，或填写有误。邮箱密码没有发送。',
    todo: '请填写网络管理员提供的代理用户名和密码。',
  },
  'proxy-refused': {
    title: '代理 {{subject}} 没有建立连接。',
    meaning: '许多代理只允许访问网页（443 端口），拒绝 993 端口。尚未询问邮件服务器。',
    todo: '请让网络管理员放行到邮件服务器的 993 端口，或换用其他代理。',
  },
  'proxy-no-way': {
    title: '代理无法到达 {{subject}}。',
    meaning: '代理有应答，但从代理处找不到邮件服务器，或被其后的防火墙阻断。',
    todo: '请检查邮件服务器名称，或询问网络管理员代理是否允许访问它。',
  },
  'not-imap': {
    title: '{{subject}} 的应答不是 IMAP 服务器的应答。',
    meaning: '该端口上可能是其他服务。',
    todo: '请检查服务器和端口。阿里邮箱使用 993 端口。',
  },
  'login-refused': {
    title: '{{subject}} 拒绝了登录。',
    meaning:
      '这不一定表示密码错误：可能是三方客户端被禁止、需要三方客户端安全密码、账号在另一站点，或账号已锁定一小时。',
    todo: '请先逐项检查可能的原因再重试。多次输错密码会使账号锁定一小时。',
  },
  'server-busy': {
    title: '{{subject}} 正忙。',
    meaning: '服务器要求稍后再来。这与密码是否正确无关。',
    todo: '请等待几分钟后重试。',
  },
  'folder-missing': {
    title: '此邮箱中没有文件夹“{{subject}}”。',
    meaning: '它可能已改名或删除，或写法不同。',
    todo: '请按网页邮箱中显示的名称检查，注意大小写。',
  },
  'folder-refused': {
    title: '服务器未能打开文件夹“{{subject}}”。',
    meaning: '该文件夹可能只包含其他文件夹，或在读取期间发生了变化。',
    todo: '请再次扫描。如果仍然如此，请不要选择此文件夹。',
  },
  'server-refused': {
    title: '{{subject}} 拒绝了一条命令。',
    meaning: '服务器不支持该命令，或出现了故障。',
    todo: '请稍后重试。已读取的内容会保留。',
  },
  'site-unknown': {
    title: '无法确定 {{subject}} 的邮件服务器。',
    meaning: '该域名没有指向阿里邮箱；前置的邮件网关可能会掩盖这一点。',
    todo: '请自行选择站点，或填写服务器名称。',
  },
  'remote-not-allowed': {
    title: '此试用运行环境只连接本机，不连接 {{subject}}。',
    meaning: '此处无法下载官方 Electron，而替代版本已停止支持。',
    todo: '请在可以获得官方运行环境的电脑上安装 Sendwell，或使用命令行。',
  },
  'accounts-unusable': {
    title: '“{{subject}}”不是可以读取的账号文件。',
    meaning:
      '应为包含 user、host、port、passwordEnv、passwordFile 列的表格，以逗号、分号或制表符分隔。必须有 user 列和一个密码来源列。',
    todo: '请修正下面指出的行或列，然后再次运行同一命令。',
  },
  'accounts-password-column': {
    title: '“{{subject}}”中有一列似乎存放密码，因此没有使用该文件。',
    meaning: '存有大量密码的文件很容易在不经意间被复制、邮寄和备份。没有尝试任何登录。',
    todo: '请删除该列，改为给每个邮箱指定一个环境变量（passwordEnv）或一个单独的文件（passwordFile）。',
  },
  'accounts-row': {
    title: '账号文件的第 {{subject}} 行无法使用。',
    meaning: '地址或端口不正确，或者该行的单元格多于表头。',
    todo: '请修正该行，然后再次运行同一命令；已读取的内容不会重复读取。',
  },
  'no-password': {
    title: '没有 {{subject}} 的密码。',
    meaning: '账号文件指定的环境变量或文件不存在或为空。没有尝试登录。',
    todo: '请设置后再次运行同一命令；已读取的内容不会重复读取。',
  },
  'not-scanned': {
    title: '{{subject}} 尚未读取。',
    meaning: '此邮箱的情况未知。',
    todo: '请先扫描。',
  },
  'output-unwritable': {
    title: '无法写入“{{subject}}”。',
    meaning: '该文件夹可能属于他人，或者磁盘为只读。',
    todo: '请选择其他文件夹。',
  },
  'store-locked': {
    title: '数据库正被另一个程序使用。',
    meaning: '可能有另一个 Sendwell（窗口或命令行）正在写入。',
    todo: '请关闭它或等它完成后重试。',
  },
  'store-damaged': {
    title: '本机上的数据库已损坏。',
    meaning: '磁盘故障、电脑崩溃或其他程序都可能造成损坏。文件保持原样：{{subject}}',
    todo: '可将损坏的文件改名保留并重新开始，文件不会被删除；邮箱本身不受影响。',
  },
  'store-newer': {
    title: '数据库由更新版本的 Sendwell 创建。',
    meaning: '当前版本不认识其格式。文件保持原样：{{subject}}',
    todo: '请安装最新版本的 Sendwell；也可将该文件改名保留，用当前版本重新开始。',
  },
  'store-unwritable': {
    title: '无法使用存放数据库的文件夹。',
    meaning: '它可能是只读的、属于他人，或该位置是一个文件：{{subject}}',
    todo: '请使该文件夹可写，或用 --data 或 SENDWELL_DATA 选择其他文件夹。',
  },
  'disk-full': {
    title: '磁盘已满。',
    meaning: '无法继续保存。此前保存的内容仍在。',
    todo: '请清理磁盘空间，然后再次扫描以继续。',
  },
  'disk-failed': {
    title: '磁盘未能完成读写。',
    meaning: '磁盘可能有故障、配额已用完，或网络驱动器已断开。此前保存的内容仍在。',
    todo: '请检查磁盘及其空间，然后再次扫描以继续。',
  },
  'settings-unwritten': {
    title: '此项选择未能保存。',
    meaning:
      '在关闭 Sendwell 之前它仍然有效。可能是磁盘已满，或该文件夹不允许 Sendwell 写入：{{subject}}',
    todo: '请清理磁盘空间或使该文件夹可写，然后重新选择。',
  },
  'password-needed': {
    title: '需要 {{subject}} 的密码。',
    meaning: '邮件本身不保存在本机，需要从邮箱获取。',
    todo: '请选择“立即扫描”并登录，然后再次保存。“复制给客服”无需密码。',
  },
  'message-gone': {
    title: '邮件已不在“{{subject}}”中。',
    meaning: '读取之后，邮件可能被删除或移动，或文件夹已重新编号。',
    todo: '请再次扫描以得知其现在的位置。已读取的内容仍保留在这里。',
  },
  'message-too-large': {
    title: '邮件过大，无法完整保存。',
    meaning: '不获取 8 MB 及以上的邮件，不完整的邮件没有用处。',
    todo: '请在网页邮箱或邮件程序中保存。',
  },
  interrupted: {
    title: '未完成即已停止。',
    meaning: '此前读取的内容会保留。',
    todo: '再次扫描即可从中断处继续。',
  },
  internal: {
    title: 'Sendwell 内部出错。',
    meaning: '这是程序的错误，不是邮箱的错误。',
    todo: '请重试。如果仍然如此，请附上日志反馈。',
  },
} as const;
