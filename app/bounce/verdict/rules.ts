import type { Category } from '../notice.ts';

/** Words that decide a category, first match wins. Matched on collapsed, narrow text, in any case. */
export interface Rule {
  readonly category: Category;
  readonly words: RegExp;
}

const rule = (category: Category, ...alternatives: readonly RegExp[]): Rule => ({
  category,
  words: new RegExp(alternatives.map(({ source }) => source).join('|'), 'i'),
});

/** Alibaba's own replies, by their documented words. */
const alibaba: readonly Rule[] = [
  rule(
    'volume-quota',
    /number of RCPT attempts is achieved/,
    /total of RCPTs? is achieved/,
    /\b(?:hourly|daily|weekly|monthly) (?:user |message |mail |email )?(?:sending|submission|sent|send|outgoing|outbound) (?:quota|limit)/,
    /sending (?:quota|limit)s? (?:has been |was |is )?(?:exceeded|reached)/,
    /exceeded (?:your|the|its|his) (?:\w+ )?sending (?:quota|limit)/,
    /submission quota exceeded/,
    /\bdaily (?:message|mail|e-?mail|recipient) (?:quota|limit)|daily limit for message recipients/,
    /exceeded your (?:\w+ )?messaging limits?|\bcredits? exceeded/,
    /发信(?:总)?(?:量|数)(?:已)?(?:超|达)/,
  ),
  rule(
    'policy',
    /doesn'?t conform with authentication/,
    /number of RCPTs? is over size/,
    /honeypot rcptto/,
    /\b504 invalid setting/,
    /spf check failed/,
    /behaviou?r spam[^:]{0,200}: ?bad sending/,
    /list on rbl sites/,
  ),
  rule('spam-content', /reject by content spam/, /ANTISPAM_CAT/, /ESO_LOCAL_SPAM/),
  rule('user-unknown', /invalid rcptto/, /RCPT ?\([^)]{0,320}\) ?do(?:es|s)n'?t exist/),
];

const rateLimits: readonly Rule[] = [
  rule(
    'other-rate-limit',
    /\b(?:ip|domain|sender|connection|user)\s?(?:address )?frequency limited/,
    /\b(?:MI:SFQ|RP:(?:QRC|TRC)|MI:(?:QRC|TRC)|HL:ITC|MI:STC)\b/,
    /rate.?limit/,
    /\bthrottl/,
    /too many (?:messages?|mails?|emails?|connections?|concurrent|sessions?|requests?|recipients? (?:too|in)|bad |smtp |failed |login|errors from your|simultaneous|invalid recipients per)/,
    /too (?:many|much) (?:mail(?! data)|e-?mail|traffic|messages)/,
    /(?:exceed|exceeded|exceeds|reached|over)[\w\s']{0,30}(?:rate|connection|messages? per|frequency)[\w\s]{0,20}(?:limit|allowed|threshold)?/,
    /message (?:submission )?rate/,
    /unusual(?:ly high)? (?:rate|volume)/,
    /sending (?:too (?:fast|quickly|often|frequently)|rate)/,
    /max(?:imum)?(?: number of)? (?:messages|emails|connections|concurrent|conn)[\w\s]{0,30}(?:exceed|reached|per)/,
    /temporarily deferred due to (?:unexpected volume|user complaints)/,
    /deferred due to unexpected volume/,
    /slow(?: it)? down/,
    /receiving (?:e-?)?mail (?:too quickly|at a rate)/,
    /unusual sending activity|thread limit exceeded/,
    /4\.7\.500 server busy/,
    /server busy[^;]{0,80}\(S777\d\d\)/,
    /too many errors|try again slower/,
    /\b(?:TSS04|TSS11|TS0[123])\b/,
    /try (?:again )?(?:later )?(?:more )?slowly/,
    /发送频率|发信频率|频率(?:过高|过快|超|限制)|过于频繁/,
  ),
];

const sizeAndSpace: readonly Rule[] = [
  // Names the mailbox, where the words on size below would take it for the message's.
  rule('mailbox-full', /mail\s?box size (?:limit )?(?:is )?exceed/),
  rule(
    'too-large',
    /message (?:file |body )?(?:is )?too (?:big|large|long)/,
    /(?:message|mail|e-?mail|attachment)(?:'s)? size (?:is )?(?:too large|over|limit|exceed|of \d)/,
    /size limit(?:s)? (?:for|exceeded|of)/,
    /(?:larger|bigger|greater) than (?:the )?(?:allowed|maximum|current|system|limit|max|\d+)(?!.{0,60}\bor the recipient's mailbox is full)/,
    /exceed(?:s|ed|ing)?[\w\s']{0,40}(?:message|mail|content|maximum|fixed|file|size)[\w\s]{0,20}size/,
    /exceeds (?:the )?(?:size|maximum) (?:limit|message|allowed)/,
    /max(?:imum)? message size/,
    /\bmessage exceeded (?:max|size)/,
    /size exceeds/,
    /邮件(?:太大|过大|大小超)|信件(?:太大|过大)|附件(?:太大|过大)/,
  ),
  rule(
    'mailbox-full',
    /(?:mail\s?box|inbox|account|folder|user(?:'s)?(?: mailbox)?|recipient(?:'s)?(?: inbox| mailbox)?|mail ?drop|storage|quota|disk)\b[^.;:]{0,50}?(?:\bis |\bare )?(?:\bfull\b|over (?:its |the |his |disk |mail )?(?:quota|limit)|over(?:\s|-)?quota|out of (?:storage|space|disk)|exceed(?:s|ed)?)/,
    /over(?: |-)?quota/,
    /quota[\w\s]{0,20}exceed/,
    /exceed(?:s|ed)?[\w\s']{0,30}(?:quota|storage)/,
    /(?:insufficient|not enough|no|out of)(?: \w+)? (?:disk |storage )?space/,
    /mailbox (?:size )?limit/,
    /too much mail data|mail system full|\bfull (?:mail ?box|inbox)|zu ?viele (?:e-?)?mails/,
    /insufficient (?:system )?storage/,
    /STOREDRV\.Deliver[^;]{0,40}quota/,
    /OverQuotaTemp|OverQuotaPerm|TooManyMessages/,
    /caixa (?:postal|de (?:correio|entrada))[^.]{0,20}cheia|buz[oó]n[^.]{0,20}lleno|(?:quota|cota|cuota) (?:excedida|superada)/,
    /(?:邮箱|收件箱|信箱|空间|容量)[^。]{0,12}(?:已满|满了|不足|超(?:出|过))/,
    /переполнен|почтовый ящик заполнен/,
  ),
];

const relaying: readonly Rule[] = [
  rule(
    'relay-denied',
    /relay(?:ing)? (?:access |is |not |was )?(?:denied|prohibited|disallowed|refused|permitted|allowed)/,
    /(?:unable|not (?:permitted|allowed|authori[sz]ed)|refus\w{1,4}|cannot|do not|don't|won't) (?:to )?relay/,
    /relay(?: operation)? (?:rejected|restriction|forbidden)/,
    /not a (?:open|gateway)|no relaying/,
    /we do not relay|mail relay|local users? only/,
    /isn'?t in my list of allowed rcpthosts|not in my rcpthosts|allowed rcpthosts/,
    /(?:unable|unwilling) to relay/,
    /RESOLVER\.RST\.RestrictedToRelay/,
  ),
];

/** Sender authentication and block lists name themselves; they come before the broad words on spam. */
const senderPolicy: readonly Rule[] = [
  rule(
    'policy',
    /\b(?:spf|dkim|dmarc|arc)\b/,
    /sender policy framework/,
    /unauthenticated (?:e?mail|message)|not authenticated|authentication (?:is )?(?:required|failed|checks)/,
    /must (?:be )?authenticat|5\.7\.(?:26|27|30|57|60)\b/,
    /\b[dru]?r?bls?\b|dnsbl|block ?list|black ?list|deny ?list|spamhaus|spamcop|barracudacentral|sorbs|abuseat/,
    /(?:ip|host|client|address|sender|domain|server|network)[^.;]{0,60}\b(?:is )?(?:blocked|banned|listed|bad reputation|poor reputation)/,
    /reputation/,
    /reverse dns|rdns|\bptr\b|reverse hostname|no reverse|cannot find your reverse/,
    /(?:helo|ehlo)[^.;]{0,60}(?:reject|invalid|bad|denied|not)/,
    /(?:sender|from) (?:address )?(?:verify|verification|domain)/,
    /sender (?:address )?(?:rejected|denied|refused|not allowed|blocked|unknown)/,
    /domain of sender/,
    /mail from must (?:equal|be)|domain may not exist/,
    /\binvalid ip\b|suspected bounce attack|\b5\d\d denied\b|verification failed for/,
    /too many recipients|recipients? (?:limit|count)|maximum (?:number of )?recipients/,
    /\bMI:|\bHL:|\bDMC\b/,
    /greylist|graylist|grey-list|gray-list/,
  ),
];

const content: readonly Rule[] = [
  rule(
    'spam-content',
    /\bDT:(?:SPM|SUM)/,
    /\bspam\b|\bspam(?:my|ming|score|content|assassin)|spam ?signature/,
    /\bjunk\b|unsolicited|bulk (?:e-?)?mail|scoring ?upper ?limit|mail score/,
    /virus|malware|phish|infected|trojan/,
    /(?:content|message|mail)(?: was| is| has been)?(?: \w+)? (?:rejected|denied|blocked|refused|filtered)(?: (?:due to|because of|for|by)(?: its| the)? (?:content|filter|suspicious))/,
    /content (?:is )?(?:rejected|denied|refused|not (?:allowed|accepted|acceptable)|restriction|policy|filter)/,
    /(?:rejected|blocked|denied|refused)[^.;]{0,40}(?:content|filter|attachment type)/,
    /prohibited attachment|attachment[^.;]{0,30}(?:not allowed|blocked|forbidden|prohibited)/,
    /垃圾邮件|垃圾信|内容(?:过滤|违规|不合|被拒)|敏感/,
  ),
];

const recipients: readonly Rule[] = [
  rule(
    'host-unreachable',
    /recipient (?:mail )?server (?:is )?(?:unavailable|busy|not (?:available|responding))/,
    /domain is not reachable/,
    /\bdomain [\w.-]{1,100}\.[\w-]{2,20} (?:does not exist|doesn'?t exist|not found)/,
  ),
  rule(
    'user-unknown',
    /(?:user|recipient|mailbox|account|address|addressee|alias|member|person|mail ?user|e?mail account|local[ -]?part)(?: name)?(?: [^\s;]{1,80})?(?: (?:is|was|has been|has|does|could|are|there))? ?(?:unknown|not (?:found|known|exist|a valid|valid|listed|recogni[sz]ed|active|local)|doesn'?t exist|not exist|don'?t exist|no longer|invalid|non.?existent|disabled|suspended|inactive|deactivated|unavailable|closed|expired|undeliverable|terminated|deleted|not been found)/,
    /(?:unknown|no such|invalid|non.?existent|bad|illegal|inactive|disabled|undeliverable|not a valid|unresolvable|malformed|nonexistent) (?:local )?(?:user|recipient|mailbox|account|address|addressee|alias|person|member|destination (?:mailbox|address)|email|local.part|rcpt|mail ?box|name)/,
    /(?:does not|doesn'?t|do not|didn'?t) (?:exist|have an? [\w.]{1,60} account|have an account|like recipient|match any)/,
    /no (?:mailbox|account|user|person|one|recipients?)(?: here)?(?: by| with| found| named| of)? ?(?:that|this|the|such)? ?(?:name|here|address)?/,
    /(?:couldn'?t|could not|cannot|can'?t|wasn'?t|unable to) (?:be )?(?:find|found|locate|verify|lookup|resolve)[\w\s]{0,20}(?:user|recipient|address|mailbox|account|local part)/,
    /address (?:rejected|not found|couldn'?t be found|wasn'?t found)[^.;]{0,20}(?:user|unknown|undeliverable|does)/,
    /the email account that you tried to reach/,
    /RESOLVER\.ADR\.(?:RecipNotFound|RecipientNotFound|ExRecipNotFound|BadPrimary|InvalidInSmtp)/,
    /not our customer|not listed in|is not a (?:known|valid) user|no longer (?:works|with|on server|valid|available|accept|used|in use|active)/,
    /mailbox (?:unavailable|is unavailable|currently unavailable|not available|disabled|is inactive|temporarily disabled)/,
    /recipient address rejected: (?:user|undeliverable|unverified|unknown|access denied\. ?(?:AS|\[))/,
    /user is over-?quota-?never/,
    /recipient suspend(?:ed)? the service|user reject\b|n'existe pas|did not exactly match an/,
    /verify the recipient|recipient (?:verify|verification) failed/,
    /dosn'?t exist/,
    /delivery to (?:this|the) (?:address|recipient) is not|account (?:has been )?(?:disabled|suspended|inactive)/,
    /(?:用户|收件人|收信人|邮箱|帐号|账号|帐户|账户|地址|账戶|用戶)[^。；;]{0,20}(?:不存在|不正确|错误|无效|禁用|停用|冻结|未找到|找不到|未开通|已注销)/,
    /不存在(?:该|此)?(?:用户|邮箱|收件人)/,
    /пользователь не найден|нет такого пользователя|несуществующ/,
  ),
];

const network: readonly Rule[] = [
  rule(
    'host-unreachable',
    /host (?:or domain name )?(?:not found|unknown|unreachable|is down)/,
    /name service error|name or service not known|(?:dns|domain|host(?:name)?) (?:lookup|name|server|query|error|failure)[^.;]{0,40}(?:fail|not found|error|nxdomain|resolve|exist|unknown)/,
    /nxdomain|domain (?:does not|doesn'?t) exist|no such (?:domain|host)|unknown (?:host|domain)|host unknown|domain not found|bad destination (?:host|system)/,
    /unrouteable|unroutable|could not (?:be )?(?:resolve|route)|couldn'?t (?:find|resolve) any host|all relevant mx records|no (?:mx|mail) (?:record|server|host|exchanger)|mx (?:lookup|record|point)|null ?mx|does not accept (?:e?mail)/,
    /connection (?:refused|timed out|reset|dropped|was dropped|closed|to[^.;]{0,80}(?:fail|time)|attempt|died|failure)/,
    /(?:operation|session|conversation with[^.;]{0,100}|attempt) timed out|timed? ?out (?:while|waiting|connecting|during)|lost connection/,
    /network (?:is )?unreachable|no route to host|no route|couldn'?t (?:connect|establish)|wasn'?t able to establish|could not connect|unable to connect|cannot connect|failed to connect|connect to[^.;]{0,100}:(?: ?\w){0,3} ?(?:fail|refus|time)/,
    /(?:tls|starttls|ssl)[^.;]{0,60}(?:required|fail|not offered|error|handshake|unavailable)/,
    /did not respond|not responding|recipient server did not accept|no answer from host|server (?:is )?(?:unavailable|down)|temporary lookup failure/,
    /连接(?:失败|超时|被拒)|无法连接|域名(?:不存在|错误|解析)|主机(?:不存在|不可达)|找不到(?:主机|域名|服务器)/,
  ),
];

const age: readonly Rule[] = [
  rule(
    'expired',
    /(?:message|envelope|delivery time|queue|mail)(?: has)?(?: been)? (?:expired|expiry|timeout|lifetime|too (?:old|long))/,
    /expired in (?:the )?queue|delivery (?:time )?expired|message expired|retry time(?:out)?(?: limit)? (?:exceeded|not reached)|retry timeout/,
    /(?:too long|been|time) in (?:the )?queue|not delivered within|could not be delivered (?:for|in|within|after)|giving up|no longer be retried|maximum (?:retry|queue|hop)/,
    /delivery (?:attempts|retry)[^.;]{0,30}(?:exceed|expired|fail)/,
    /(?:超过|多次)[^。]{0,12}(?:重试|时间|投递)|投递超时/,
  ),
];

/** Broad refusals, when neither exact words nor an exact status were said. */
export const broadRules: readonly Rule[] = [
  rule(
    'policy',
    /\bpolic(?:y|ies)\b|access denied|permission denied|not (?:permitted|allowed|authori[sz]ed|accepted)|unauthori[sz]ed/,
    /\bblocked\b|\bbanned\b|prohibited|administratively|restricted|RESOLVER\.RST|RecipNotFoundByOrg/,
    /(?:message|mail|delivery|transaction|connection|recipient|address|sender|server)[\w\s]{0,20}(?:rejected|refused|denied)/,
    /拒绝|拒收|黑名单|策略|不允许|屏蔽/,
  ),
];

export const rules: readonly Rule[] = [
  ...alibaba,
  ...rateLimits,
  ...sizeAndSpace,
  ...relaying,
  ...senderPolicy,
  ...content,
  ...recipients,
  ...network,
  ...age,
];

/** RFC 3463 detail, when the words say nothing: subject and detail behind the class. */
export const statusCategories: readonly (readonly [RegExp, Category])[] = [
  [/^\.1\.(?:0|1|3|4|6|10)$/, 'user-unknown'],
  [/^\.1\.(?:2|9)$/, 'host-unreachable'],
  [/^\.1\.(?:7|8)$/, 'policy'],
  [/^\.2\.1$/, 'user-unknown'],
  [/^\.2\.2$/, 'mailbox-full'],
  [/^\.2\.3$/, 'too-large'],
  [/^\.3\.1$/, 'mailbox-full'],
  [/^\.3\.4$/, 'too-large'],
  [/^\.4\.7$/, 'expired'],
  [/^\.4\.[1-5]$/, 'host-unreachable'],
  [/^\.5\.3$/, 'policy'],
  [/^\.7\.\d+$/, 'policy'],
];

/** Reply codes whose meaning is fixed enough to decide alone. */
export const codeCategories: Readonly<Record<number, Category>> = {
  523: 'too-large',
  530: 'policy',
  535: 'policy',
  551: 'user-unknown',
  552: 'mailbox-full',
  559: 'user-unknown',
};
