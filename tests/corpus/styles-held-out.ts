// Six more ways of writing, kept apart: the check was not tuned on them. They use other words for the same things (收悉,
// 顺延, 宗, 办复) and other orders of sentences.
import { chinese, type Style, share } from './styles.ts';

const countyBrief: Style = (f) => ({
  title: [`${f.organ.area}${f.year}年政府信息公开工作年度报告`],
  preamble: [`按国务院办公厅统一格式编写本报告。统计时段：${f.year}年1月1日—12月31日。`],
  one: [
    `（一）主动公开提质扩面。${f.year}年全县在政府网站、公报、新媒体上公开信息${f.published.total}条（次），举办开放日活动8场，邀请代表、企业、群众300余人走进机关。`,
    `（二）依申请公开规范高效。本年度全县各级行政机关收悉政府信息公开申请${f.said.received}宗，上年度转入${f.said.carriedIn}宗；已办结${f.said.done}宗，其余${f.said.carriedOut}宗顺延至次年办理。按照申请内容分，征地拆迁类居多。`,
    `（三）政府信息管理有章可循。年内出台规范性文件${f.said.made}件，宣布废止${f.said.repealed}件，截至年底现行有效${f.said.valid}件。`,
    '（四）平台建设便民利企。网站无障碍改造通过验收，检索响应时间由4秒降到1.2秒。',
    '（五）监督保障落细落实。考核占比由2%提高到3%，结果为优秀的单位12个；社会评议于11月1日至11月20日进行，参与群众640人，满意率97.0%；责任追究0起。',
  ],
  five: [
    '对照群众期盼，还有两方面不足：一是公开的颗粒度还不够细；二是互动回应的时效有待提高。',
    '整改举措：一是编制重点领域公开细目；二是把回应时限压缩到3个工作日。上年指出的问题均已整改完毕。',
  ],
  six: ['全县未制发信息处理费收费通知书，收费金额为0元。'],
});

const officeLedger: Style = (f) => ({
  title: [`${f.organ.name}`, `${f.year}年政府信息公开工作年度报告`],
  preamble: [`本年报涵盖${f.organ.name}工作情况，数据期限自${f.year}年1月1日起，至${f.year}年12月31日止。`],
  one: [
    '（一）主动公开工作',
    `${f.year}年，编发政府公报6期（双月刊），公开会议信息${f.published.parts[2]}条，政策问答${f.published.parts[0]}条。`,
    '（二）依申请公开工作',
    `全年登记政府信息公开申请${f.said.received}件。按渠道分：网上提交${f.said.channels[0]}件，邮政寄送${f.said.channels[1]}件，窗口递交${f.said.channels[2]}件。连同上年结转的${f.said.carriedIn}件，共办复${f.said.done}件，延至${f.year + 1}年办理${f.said.carriedOut}件。`,
    '（三）政府信息管理工作',
    `办公室牵头清理历年文件320件；目前现行有效行政规范性文件${f.said.valid}件，本年新制发${f.said.made}件。`,
    '（四）平台建设工作',
    '与县融媒体中心共建政策直播间，开播5期，观看8.6万人次。',
    '（五）监督保障工作',
    '全年组织业务交流会3次，印发通报2期，通报问题17个。',
  ],
  five: [
    '工作中的薄弱环节主要有：一是起草部门参与解读的主动性不强；二是网站内容检索体验不佳。',
    '今后的改进方向：一是将解读纳入发文审核清单；二是建设统一的标签体系，改善检索。',
  ],
  six: ['除上述内容外无其他事项。年内未收取信息处理费。'],
});

const bureauDash: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [`${f.organ.name}现将${f.year}年度政府信息公开工作报告如下，数据截止${f.year}年12月31日。`],
  one: [
    '（一）主动公开情况：发布行政执法公示信息19条，双公示信息按时报送。',
    `（二）依申请公开情况：${f.said.received === 0 ? '全年零申请。' : `收到信息公开申请${f.said.received}份，其中${f.said.granted}份予以公开，${f.said.partial}份部分公开，已全部在法定期限内回复。`}`,
    '（三）政府信息管理情况：指定两名专（兼）职人员，做到专人专责。',
    '（四）政府信息公开平台建设情况：依托县政府网站集约化平台。',
    '（五）监督保障情况：列入科室年度考评。',
  ],
  five: ['不足之处是对条例的学习还不深入。我们将坚持每季度组织一次集中学习，提高业务能力。'],
  six: ['无。本年度没有发生信息处理费。'],
});

const countyReview: Style = (f) => ({
  title: [`${f.organ.name}人民政府${f.year}年政府信息公开工作年度报告`],
  preamble: [
    `根据《条例》第五十条规定，公布本报告。所列数据的统计期限为${f.year}年1月1日至12月31日，其中上年数据已作标注。`,
  ],
  one: [
    `${f.year}年，我县政府信息公开工作紧扣中心、服务大局，取得新的进步。`,
    `（一）主动公开。门户网站公开信息${f.published.total}条：政务动态${f.published.parts[0]}条、法定内容${f.published.parts[1]}条、互动回应${f.published.parts[2]}条。“两会”期间发布建议提案答复145件。`,
    `（二）依申请公开。全县共受理依申请公开${f.said.received}件，同比下降6.3%，自然人申请${f.said.natural}件，占${share(f.said.natural, f.said.received, 1)}%。上年结转${f.said.carriedIn}件，跨年结转至${f.year + 1}年${f.said.carriedOut}件。县住建局办理11件、乡镇办理4件。因信息公开引发的行政复议案件${f.said.review}起、行政诉讼案件${f.said.suit}起。`,
    `（三）政府信息管理。制发行政规范性文件${f.said.made}份，均同步解读，解读材料${f.said.made + 5}篇。`,
    '（四）平台建设。新媒体账号备案26个，注销9个，每季度抽查一次，共抽查4次。',
    '（五）监督保障。县政府督查室开展专项督查2轮，考核结果在全县通报；社会评议工作委托高校实施，7月至8月回收问卷860份，评议等次为“满意”；无责任追究情形。',
  ],
  five: [
    '虽然取得一定成绩，但仍有三个方面需要加强：一是解读的精准性；二是申请答复的规范性；三是基层队伍的稳定性。',
    `${f.year + 1}年，重点做好以下工作：一是分类开展解读；二是修订答复文书范本；三是建立岗位备案制度。`,
  ],
  six: ['本年度依申请公开信息处理费收取情况：0元。'],
});

const townHall: Style = (f) => ({
  title: [`${f.organ.name}人民政府${f.year}年政府信息公开工作年度报告`],
  preamble: [`本报告由${f.organ.name}人民政府编制，统计数据从${f.year}年1月1日到${f.year}年12月31日。`],
  one: [
    `（一）主动公开方面。全年在县政府网站本镇专栏公开${f.published.parts[2]}条，其中政策文件10条、其余为工作动态。`,
    `（二）依申请公开方面。${f.said.received === 0 ? '年度内没有收到政府信息公开申请，也没有行政复议和行政诉讼发生。' : `收到群众提出的政府信息公开申请${chinese(f.said.received)}件，全部办结。`}`,
    '（三）政府信息管理方面。重要信息实行镇长签发。',
    '（四）平台建设方面。“村务一点通”覆盖全部9个村，公示栏每月25日前更新。',
    '（五）监督保障方面。村务监督委员会每季度评议一次，群众满意度98%；镇纪委把公开纳入日常考核并通报结果，未发现需要追责的问题。',
  ],
  five: [
    '还存在两个问题，一是公开内容专业术语多、群众看不懂，二是老年人获取信息不便。下一步，一是用方言广播解读政策，二是组织网格员上门送信息。',
  ],
  six: ['没有需要报告的其他事项，未收取信息处理费。'],
});

const bureauTally: Style = (f) => ({
  title: [`${f.year}年${f.organ.name}政府信息公开工作年度报告`],
  preamble: [`编制依据：《中华人民共和国政府信息公开条例》。统计口径：${f.year}年1月1日至${f.year}年12月31日。`],
  one: [
    `主动公开方面，全年公开信息${f.published.total}条，微信公众号阅读量60余万次。`,
    `依申请公开方面，我局新收政府信息公开申请${f.said.received}件、上年结转${f.said.carriedIn}件，合计${f.said.received + f.said.carriedIn}件；办结${f.said.done}件，结转下年${f.said.carriedOut}件；办结的申请中予以公开${f.said.granted}件，占${share(f.said.granted, f.said.done, 1)}%。`,
    `政府信息管理方面，经清理，我局起草并继续有效的行政规范性文件${f.said.valid}件，当年废止${f.said.repealed}件。`,
    '平台建设方面，专题专栏调整为9个。',
    '监督保障方面，邀请特约监督员5名，征集意见13条并全部反馈。',
  ],
  five: [
    '主要问题：一是数据类信息公开不够及时；二是答复告知不够通俗。改进措施：一是按月公布统计数据；二是推行答复书附白话说明。',
  ],
  six: ['我局本年度信息处理费为零。'],
});

export const heldOutStyles = {
  countyBrief,
  officeLedger,
  bureauDash,
  countyReview,
  townHall,
  bureauTally,
} satisfies Record<string, Style>;
