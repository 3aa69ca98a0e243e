// Five ways of writing that came after the first run of the held-out part.
import { type Style, share } from './styles.ts';

const countySpoken: Style = (f) => ({
  title: [`${f.organ.area}人民政府`, `${f.year}年度政府信息公开工作年度报告`],
  preamble: [`本报告根据条例有关规定汇总全县各镇（乡）、各部门数据编写而成，反映${f.year}年1月1日至12月31日的情况。`],
  one: [
    `${f.year}年以来，我县着眼群众所需所盼，用公开换信任。`,
    `（一）围绕“看得到”抓主动公开。县政府网站日均更新信息9条，全年更新${f.published.total}条，比${f.year - 1}年少发51条；召开新闻发布会4场。`,
    `（二）围绕“要得到”抓依申请公开。群众递交政府信息公开申请${f.said.received}件，其中通过网站提交${f.said.channels[0]}件、信函${f.said.channels[1]}件、现场${f.said.channels[2]}件，加之上一年结转${f.said.carriedIn}件，全年答复${f.said.done}件，${f.said.carriedOut}件因未到答复期限转入下年办理。县法院审结的其他行政案件不在此列。`,
    `（三）围绕“管得住”抓政府信息管理。县政府及办公室名义发布规范性文件${f.said.made}件，清理后废止${f.said.repealed}件，目前有效${f.said.valid}件。`,
    '（四）围绕“找得着”抓平台建设。上线智能问答，知识库词条1,860条，关停僵尸账号3个。',
    '（五）围绕“落得下”抓监督保障。纳入年度目标考核并按4分计分，考核结果已印发通报；面向社会开展评议，6月5日至6月25日收到问卷305份，满意票298份；年内没有人员因此被问责。',
  ],
  five: [
    '问题主要有：一是个别部门不愿公开、怕公开；二是政策解读“文件味”重；三是乡镇专区人气不旺。',
    `对此，我们将：一是把公开情况列入督查清单；二是请群众代表提前试读解读稿；三是把专区搬进便民大厅。${f.year + 1}年6月底前全部完成。`,
  ],
  six: ['全县各级机关没有发出过信息处理费缴费通知。'],
});

const officeNumbers: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [`数据统计期限：自${f.year}年1月1日至${f.year}年12月31日。`],
  one: [
    '（一）主动公开',
    `全年办公室网站发文${f.published.total}篇，其中政务要闻${f.published.parts[0]}篇、通知公告${f.published.parts[1]}篇、其他${f.published.parts[2]}篇。`,
    '（二）依申请公开',
    `办公室本年接收政府信息公开申请${f.said.received}份（自然人${f.said.natural}份），按时答复${f.said.done}份，${f.said.carriedOut === 0 ? '没有需要结转的申请' : `结转下一年${f.said.carriedOut}份`}。因依申请公开被提起行政复议${f.said.review}件、行政诉讼${f.said.suit}件。`,
    '（三）政府信息管理',
    `牵头起草行政规范性文件，全年以县政府办公室名义出台${f.said.made}件。`,
    '（四）政府信息公开平台建设',
    '每半年组织一次安全演练，全年演练2次；每周巡查一次栏目。',
    '（五）监督保障',
    '接受县人大常委会专题询问1次，办理意见6条。',
  ],
  five: [
    '（一）存在问题：公开标准化程度有待提升；部分回复内容过于笼统。（二）改进情况：修订公开目录，细化回复模板，加强抽查。',
  ],
  six: [`${f.year}年，本机关信息处理费收入为0元。`],
});

const bureauLetter: Style = (f) => ({
  title: [`${f.organ.name}`, `关于${f.year}年政府信息公开工作的年度报告`],
  preamble: [
    `现将${f.organ.name}${f.year}年政府信息公开工作年度报告公布如下（统计期限${f.year}年1月1日至${f.year}年12月31日）。`,
  ],
  one: [
    `一年来，在县委、县政府领导下，我局主动作为。主动公开方面，发布各类信息${f.published.parts[2]}条，其中涉及民生的占六成。`,
    `依申请公开方面，我局共收到申请${f.said.received}件${f.said.received === 0 ? '' : `，其中予以公开${f.said.granted}件，部分公开${f.said.partial}件，均在二十个工作日内办理完毕`}，未收取费用。`,
    '信息管理方面，健全保密审查与动态调整机制，清理过期信息60余条。',
    '平台建设方面，门户网站改版后访问量约5万次。',
    '监督保障方面，每季度研究一次公开工作，共研究4次。',
  ],
  five: ['公开的时效性还需增强，业务培训也不够。为此，将明确时限、定人定责，办好季度培训班。'],
  six: ['无其他事项。信息处理费：无。'],
});

const districtShares: Style = (f) => ({
  title: [`${f.organ.area}${f.year}年政府信息公开工作年度报告`],
  preamble: [`本报告数据统计期限为${f.year}年1月1日至${f.year}年12月31日，由全县58个行政机关的数据汇总。`],
  one: [
    `（一）主动公开情况。本年度全县主动公开政府信息${f.published.total}条，其中${f.published.parts[0]}条为部门信息，${f.published.parts[1]}条为乡镇信息，其余${f.published.parts[2]}条为县本级信息。`,
    `（二）依申请公开情况。新收政府信息公开申请${f.said.received}件，自然人申请${f.said.natural}件，占${share(f.said.natural, f.said.received)}%。本年度办结${f.said.done}件：予以公开${f.said.granted}件，占${share(f.said.granted, f.said.done)}%；部分公开${f.said.partial}件，占${share(f.said.partial, f.said.done)}%；不予公开${f.said.refused}件，占${share(f.said.refused, f.said.done)}%；无法提供${f.said.unable}件，占${share(f.said.unable, f.said.done)}%。行政复议${f.said.review}件、行政诉讼${f.said.suit}件。`,
    `（三）政府信息管理情况。全县行政规范性文件制发${f.said.made}件，现行有效行政规范性文件${f.said.valid}件。`,
    '（四）平台建设情况。全县在用政务新媒体账号42个，发布信息2.6万条。',
    '（五）监督保障情况。考核工作实行月通报，年度考核8个单位获得优秀；社会评议满意率为93.8%，评议时间为10月8日至10月31日；责任追究情况：无。',
  ],
  five: [
    '存在的问题：1.公开内容与群众需求有偏差；2.队伍稳定性差。',
    '改进的措施：1.开展需求调查，按需公开；2.建立A、B岗制度，稳定队伍。',
  ],
  six: ['本年度全县信息处理费实际收取0元。'],
});

const townList: Style = (f) => ({
  title: [`${f.organ.name}人民政府${f.year}年政府信息公开工作年度报告`],
  preamble: [`统计时限${f.year}年1月1日至12月31日。`],
  one: [
    '1.主动公开情况',
    `本镇在政务公开专栏发布信息${f.published.parts[2]}条。`,
    '2.依申请公开情况',
    f.said.received === 0
      ? `${f.year}年度本镇没有接到政府信息公开申请。`
      : `${f.year}年度本镇接到政府信息公开申请${f.said.received}件，答复${f.said.done}件。`,
    '3.政府信息管理情况',
    '按要求做好文件归档。',
    '4.政府信息公开平台建设情况',
    '镇村公示栏共20处，及时张贴各类公示。',
    '5.监督保障情况',
    '工作考核：纳入村级年度考核，占5分。社会评议：12月组织村民代表评议，代表满意率100%（参与代表35人）。责任追究：未发生。',
  ],
  five: ['存在问题是人手不足、更新滞后。拟增加一名专职人员，实行周更新制度，提高时效。'],
  six: ['没有收取信息处理费，无其他事项。'],
});

export const secondStyles = { countySpoken, officeNumbers, bureauLetter, districtShares, townList } satisfies Record<
  string,
  Style
>;
