/**
 * What Chinese users build passwords from, in pinyin, most frequent first. No public dictionary exists; this list
 * is our own and holds phrases, words, names and places that anyone would try.
 */
export const pinyinWords = list(`
  woaini nihao woaini1314 wo1314ni woaiwo aini woshishui woaiwojia nihaoma zaijian xiexie wodemima mima yonghu
  wodeai woaimama woaibaba woainimen woaizhongguo zhongguo zhongguoren zhonghua zhongwen zhonguo beijing shanghai
  guangzhou shenzhen tianjin chongqing hangzhou nanjing wuhan chengdu xian suzhou wuxi ningbo wenzhou qingdao jinan
  dalian shenyang changchun haerbin changsha zhengzhou kunming guiyang nanning fuzhou xiamen nanchang hefei taiyuan
  shijiazhuang lanzhou xining yinchuan wulumuqi lasa haikou sanya zhuhai dongguan foshan huizhou zhongshan jiaxing
  shaoxing jinhua taizhou nantong yangzhou changzhou xuzhou yantai weifang luoyang xianggang aomen taiwan taibei
  guangdong guangxi zhejiang jiangsu shandong shanxi hebei henan hubei hunan sichuan yunnan guizhou fujian jiangxi
  anhui liaoning jilin heilongjiang neimenggu xinjiang xizang gansu qinghai ningxia hainan
  gongsi youxiang youjian mimashi mimamima wangluo diannao shouji dianhua weixin zhifubao taobao tianmao dingding
  aliyun alibaba ali tengxun baidu xinlang wangyi huawei xiaomi lianxiang jingdong pinduoduo meituan douyin kuaishou
  guanliyuan guanli kefu caiwu renshi xiaoshou shichang jishu yunying xingzheng caigou cangku bangong bangongshi
  jingli zongjingli laoban dongshi mishu zhuren yuangong tongshi kehu kuaiji chuna yewu waimao maoyi keji
  kejigongsi wangzhan fuwuqi xitong ceshi ceshizhanghao moren chushi linshi kaifa shujuku yonghuming zhanghao denglu
  laopo laogong baobei qinaide baba mama yeye nainai waipo waigong gege jiejie didi meimei erzi nver haizi baobao
  jiating jiaren pengyou hao tongxue laoshi xuesheng xuexiao daxue zhongxue xiaoxue gaozhong chuzhong youeryuan
  kuaile xingfu pingan jiankang shunli chenggong facai gongxifacai xinnian xinniankuaile shengri shengrikuaile
  chunjie zhongqiu guoqing duanwu yuanxiao qingming jieri liwu hongbao fu lu shou xi fuqi haoyun jixiang ruyi
  wanshiruyi jixiangruyi pinganshifu nianniannyouyu xinxiangshicheng gongzuoshunli shentijiankang yifanfengshun
  madaochenggong dajidali zhaocaijinbao hejiahuanle wufulinmen shishirurui caiyuangunggun bubugaosheng
  tiantianxiangshang tiantiankaixin haohaoxuexi haohaoxuexitiantianxiangshang jiayou nuli fendou mengxiang weilai
  yongyuan yishengyishi yixinyiyi aiqing zhenai xihuan xiangni sini xiangnile duibuqi meiguanxi buzhidao wangjile
  shenme weishenme zenme zenmeyang nali zheli women nimen tamen dajia ziji bieren renmin guojia shijie diqiu taikong
  taiyang yueliang xingxing tiankong baiyun dahai hailang senlin gaoshan liushui huanghe changjiang changcheng taishan
  huangshan xihu gugong tiananmen chuntian xiatian qiutian dongtian xuehua meigui hehua mudan juhua lanhua
  meihua guihua taohua yinghua xiongmao laohu shizi daxiang tuzi houzi xiaogou xiaomao xiaoniao long feng fenghuang
  longma xiaolong dalong jinlong feilong qinglong baihu zhuque xuanwu mifan miantiao jiaozi baozi huoguo kaoya chaye
  lvcha kafei niunai pingguo xiangjiao xigua putao caomei lizhi chengzi niurou jirou zhurou
  hongse lanse lvse huangse baise heise zise yi er san si wu liu qi ba jiu shi bai qian wan
  yiersan yiersansi yiersansiwu yiersansiwuliu yiersansiwuliuqi wuliuqi liuliuliu bababa fafafa yiqiaoba
  wanglei wangwei wangfang liwei liuwei zhangwei zhangmin zhangli zhangjing zhanglei lina lijun liqiang lijie
  liming lihua liuyang liujie liufang chenjie chenwei chenlong yangyang yangfan yangli zhaowei zhaolei zhoujie
  zhoujielun wuwei wuyan xuwei sunwei sunli huwei zhujun gaofei linlin linfeng hejun guojing luoyan majun maliang
  mahuateng mayun liuxiang yaoming liudehua zhangxueyou guofucheng liming lilianjie chenglong lixiaolong
  wangfei dengziqi zhangsan lisi wangwu zhaoliu xiaoming xiaohong xiaohua xiaoli xiaowang xiaozhang xiaoliu
  laowang laozhang laoli axin amei aqiang wangxiaoming zhangxiaoming lixiaoming
  wang zhang chen liu yang huang zhao zhou xu sun zhu gao lin guo luo liang song zheng xie han tang feng yu
  dong xiao cheng cao yuan deng fu shen zeng peng lv jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren
  fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng wan duan lei qian
  jianguo jianjun weidong weiguo zhiqiang zhigang xiaojun xiaoyan xiaoyu haiyan haitao jianhua lihua guohua guoqiang
  minghui yongqiang yulan xiuying guiying xiulan yuying fengying meiling lili xiaofang tingting jingjing fangfang
  juanjuan yuanyuan yingying dandan pingping xinxin yuxuan zihan haoran yichen zixuan yutong xinyi mengqi jiahao
  sunwukong zhubajie tangseng shaseng xiyouji sanguo shuihu hongloumeng jinyong guojingjing zhugeliang liubei caocao
  guanyu zhangfei sunquan zhaoyun lvbu diaochan wangzhe wangzherongyao chiji yingxionglianmeng moshou chuanqi
  menghuanxiyou qq qqmima dage damei shuaige meinv sb nima tmd wocao hahaha hehehe xixixi heihei lalala
`);

/** Company and service names that stand in many a mailbox password, and what administrators hand out at first. */
export const serviceWords = list(`
  alibaba aliyun alimail alibabacloud dingtalk dingding taobao tmall alipay mxhichina qiye hichina wanwang net263 wangyi
  tencent weixin wechat qqmail foxmail exmail netease coremail huawei baidu admin administrator guanliyuan postmaster
  webmaster sysadmin root test ceshi demo user guest office mail email mailbox smtp imap sales info service support
  contact marketing finance account hr company password passwd mima changeme welcome default temp initial noreply
  no-reply notice system sendwell outlook thunderbird iphone android
`);

/** Ways over the keyboard that a neighbour graph does not see as one: columns, zigzags, with and without Shift. */
export const keyboardWays = list(`
  1qaz2wsx 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik, 9ol. 0p;/ 1qaz2wsx3edc 1qaz2wsx3edc4rfv 2wsx3edc qazwsx qazwsxedc
  qaz wsx edc rfv tgb yhn ujm zaq1 xsw2 cde3 vfr4 bgt5 zaq1xsw2 zaq12wsx zxcv1234 asdf1234 qwer1234 1234qwer qwe123
  123qwe 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3 q1w2e3r4 q1w2e3r4t5 qweasd qweasdzxc asdzxc qwaszx 1a2s3d 1a2s3d4f
  a1s2d3 a1s2d3f4 z1x2c3 z1x2c3v4 !qaz @wsx #edc $rfv !qaz@wsx !qaz2wsx 1qaz@wsx 1qaz!qaz !@#$qwer qwer!@#$ !@#123
  123!@# 147258369 147852369 159357 741852963 789456123 963852741 qwertyuiop asdfghjkl zxcvbnm poiuytrewq lkjhgfdsa
  mnbvcxz 5201314 1314520 520520 13145201314 7758521 7758258 584520 1314 520 521 666666 888888 88888888 168168 518518
  a123456 a123456789 aa123456 abc123 abc123456 abcd1234 asd123 asd123456 qq123456 wang123 zhang123 admin123 p@ssw0rd
`);

const initials = 'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ');
const finals =
  'a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang v ve ue'.split(
    ' ',
  );

/** Some that no word has are among them; they cost nothing and spare a table. */
export const pinyinSyllables = initials.flatMap((initial) =>
  finals.map((final) => initial + final),
);

function list(words: string): string[] {
  return [...new Set(words.split(/\s+/).filter((word) => word !== ''))];
}
