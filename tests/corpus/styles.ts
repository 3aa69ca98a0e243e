// Twelve ways in which offices write, modelled on how published reports are built, in our own sentences about invented
// places. Every style holds sentences that look wrong and are right: other years, other organs, hotlines, subtotals.
import type { Facts } from './facts.ts';

export interface Writing {
  readonly title: readonly string[];
  readonly preamble: readonly string[];
  /** Lines of section one, headings included. */
  readonly one: readonly string[];
  /** Lines between title and table of sections three and four, mostly none. */
  readonly three?: readonly string[];
  readonly four?: readonly string[];
  readonly five: readonly string[];
  readonly six: readonly string[];
}

export type Style = (facts: Facts) => Writing;

export const share = (n: number, base: number, decimals = 2): string =>
  base === 0 ? '0' : ((n / base) * 100).toFixed(decimals);

export const chinese = (n: number): string => {
  const digits = '零一二三四五六七八九';
  if (n < 10) return digits.charAt(n);
  if (n < 20) return `十${n % 10 === 0 ? '' : digits.charAt(n % 10)}`;
  if (n < 100) return `${digits.charAt(Math.floor(n / 10))}十${n % 10 === 0 ? '' : digits.charAt(n % 10)}`;
  return String(n);
};

const duties = (we: string): string =>
  `${we}把政府信息公开纳入年度绩效考核，占2分，考核结果为优秀等次；5月10日至6月10日开展社会评议，回收有效问卷212份，总体满意率96.2%；全年未发生需要追究责任的情形。`;

const remedies = ({ said }: Facts): string =>
  `因政府信息公开发生${said.review === 0 ? '行政复议0件' : `行政复议${said.review}件`}、${said.suit === 0 ? '行政诉讼0件' : `行政诉讼${said.suit}件`}。`;

const outcome = ({ said }: Facts): string =>
  `其中予以公开${said.granted}件、部分公开${said.partial}件、无法提供${said.unable}件，其余按规定作出处理`;

/** 1. A county, parts in brackets as headings of their own, channels with shares. */
const countyFormal: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [
    `本报告依据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据统计期限为${f.year}年1月1日至${f.year}年12月31日。`,
  ],
  one: [
    `${f.year}年，${f.organ.area}坚持以习近平新时代中国特色社会主义思想为指导，坚持以公开为常态、不公开为例外，把公开贯穿政务运行全过程。`,
    '（一）主动公开',
    `全年通过县政府网站主动公开政府信息${f.published.total}条，其中工作动态${f.published.parts[0]}条、部门文件${f.published.parts[1]}条、其他信息${f.published.parts[2]}条，总量比上年增加312条。县长信箱收到来信87件，办结87件。`,
    '（二）依申请公开',
    `全县共收到政府信息公开申请${f.said.received}件，较上年减少4件，其中网络申请${f.said.channels[0]}件，占${share(f.said.channels[0], f.said.received)}%；信函申请${f.said.channels[1]}件，占${share(f.said.channels[1], f.said.received)}%；当面申请${f.said.channels[2]}件，占${share(f.said.channels[2], f.said.received)}%。上年结转${f.said.carriedIn}件，全年共答复${f.said.done}件，结转下年度继续办理${f.said.carriedOut}件。`,
    '（三）政府信息管理',
    `落实公文公开属性源头认定，制发行政规范性文件${f.said.made}件，废止${f.said.repealed}件，现行有效${f.said.valid}件，均在统一平台集中公开。`,
    '（四）政府信息公开平台建设',
    '改版政府信息公开专栏，县乡两级建成政务公开专区17个，处理网民留言503条。每季度开展一次网站检查，全年共检查4次。',
    '（五）监督保障',
    duties('县政府'),
  ],
  five: [
    '存在的主要问题：一是政策解读形式不够丰富；二是基层工作人员业务能力有待提升。',
    `改进情况：一是运用图解、短视频等方式提升解读质量；二是分两批组织业务培训，覆盖260余人。${f.year + 1}年，将继续对照上年问题清单逐项整改。`,
  ],
  six: ['本年度发出信息处理费收费通知0件，未收取信息处理费。'],
});

/** 2. A county office, bracketed headings run in with their text. */
const officeRunIn: Style = (f) => ({
  title: [f.organ.name, `${f.year}年政府信息公开工作年度报告`],
  preamble: [
    `现公布${f.organ.name}${f.year}年政府信息公开工作年度报告。本报告所列数据的统计期限自${f.year}年1月1日起至${f.year}年12月31日止。如有疑问，请与县政府办公室联系（电话：0900-6123456）。`,
  ],
  one: [
    `（一）主动公开情况。${f.year}年，我办依托政府网站累计发布信息${f.published.total}条，微信公众号推送860余条，总阅读量突破120万次。`,
    `（二）依申请公开情况。${f.year}年我办共受理政府信息公开申请${f.said.received}件，均为通过线上、信函等渠道提出，已全部登记。按期答复${f.said.done}件，结转下年度${f.said.carriedOut}件，上年结转${f.said.carriedIn}件。${f.year - 1}年受理的申请为${f.said.received + 5}件。`,
    `（三）政府信息管理情况。严格执行三审三校，全年清理以县政府及办公室名义印发的文件，现行有效的行政规范性文件${f.said.valid}件。`,
    '（四）政府信息公开平台建设情况。优化栏目28个，开设专题5个，平台访问量较去年增长12.5%。',
    '（五）监督保障情况。组织培训2期、参训180人次，对23个单位开展检查，发现问题41个，已全部整改。',
  ],
  five: [
    '（一）存在问题。一是个别栏目更新不够及时。二是解读材料的可读性还需加强。三是申请答复的说理不够充分。',
    '（二）改进措施。一是建立栏目更新提醒机制。二是邀请起草科室共同解读。三是聘请法律顾问审核答复文书。',
  ],
  six: ['我办无其他需要报告的事项，未收取信息处理费。'],
});

/** 3. A bureau with few figures and nothing received. */
const bureauQuiet: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [`根据《中华人民共和国政府信息公开条例》规定编制本报告，数据统计时间为${f.year}年1月1日至12月31日。`],
  one: [
    `${f.year}年，我局认真落实县委、县政府工作部署，较好完成了政府信息公开任务。`,
    `1.主动公开。在政府网站公开信息${f.published.parts[2]}条，发布通知公告11条。`,
    `2.依申请公开。${f.said.received === 0 ? '本年度我局未收到政府信息公开申请。' : `本年度我局收到政府信息公开申请${f.said.received}件，${f.said.carriedOut === 0 ? '均已办结' : `办结${f.said.done}件`}。`}`,
    '3.政府信息管理。落实保密审查制度，先审查后公开，未发生泄密事件。',
    '4.平台建设。在县政府网站设有专栏，本单位无独立网站。',
    '5.监督保障。明确一名副局长分管，办公室具体承办，接受社会监督。',
  ],
  five: ['主要问题是公开内容不够全面，主动公开的意识有待增强。下一步，将加强学习，进一步拓宽公开范围，提高公开质量。'],
  six: ['本年度未向申请人收取任何费用，无信息处理费。'],
});

/** 4. A town in five paragraphs without brackets. */
const townPlain: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [`本报告数据统计期限为${f.year}年1月1日至${f.year}年12月31日。`],
  one: [
    `${f.year}年，我镇把政务公开作为联系群众的重要抓手，稳步推进各项工作。`,
    `主动公开方面。全年通过公开栏、村村通广播和政府网站公开信息${f.published.parts[0]}条，不同渠道发布的同一信息计1条。`,
    `依申请公开方面。${f.said.received === 0 ? `${f.year}年我镇共收到政府信息公开申请0件，行政复议0件，行政诉讼0件。` : `我镇收到政府信息公开申请${f.said.received}件，办结${f.said.done}件，结转下年${f.said.carriedOut}件。`}`,
    '政府信息管理方面。健全信息台账，做到一事一档。',
    '政府信息公开平台建设方面。为12个村更新公开栏，设置查阅点3处。',
    `监督保障方面。${duties('镇政府')}`,
  ],
  five: [
    '一是公开形式比较单一，二是工作人员变动频繁、业务不够熟练。',
    `下一步，一是用好村民微信群等渠道，丰富公开形式；二是开展以老带新培训，提升业务水平。`,
  ],
  six: ['无其他需要报告的事项。按规定未收取信息处理费。'],
});

/** 5. A county in one long paragraph per part, Chinese numerals in places. */
const countyNumerals: Style = (f) => ({
  title: [`${f.year}年${f.organ.area}政府信息公开工作年度报告`],
  preamble: [
    `按照条例第四十九条、第五十条规定，现将${f.organ.area}${f.year}年政府信息公开工作情况报告如下，统计期限为${f.year}年1月1日至${f.year}年12月31日。`,
  ],
  one: [
    `（一）抓好主动公开。${f.year}年，全县各级行政机关围绕重点领域公开信息3.6万余条，召开新闻发布会六场，回应社会关切十余次。`,
    `（二）抓好依申请公开。全年新收政府信息公开申请${chinese(f.said.received)}件，加上年结转${chinese(f.said.carriedIn)}件，办结${chinese(f.said.done)}件，另有${chinese(f.said.carriedOut)}件结转下一年度办理。县自然资源局受理6件，数量居各部门首位。${remedies(f)}`,
    `（三）抓好政府信息管理。出台行政规范性文件${chinese(f.said.made)}件、废止${chinese(f.said.repealed)}件，解读率100%，条例施行以来累计公开规范性文件146件。`,
    '（四）抓好平台建设。完成政府网站适老化改造，政务新媒体由31个整合为19个，关停12个。',
    '（五）抓好监督保障。将政务公开列入绩效考核，权重3%，对排名靠后的2个单位进行约谈；委托第三方于9月1日至9月30日开展社会评议，满意度为95.4%；本年度没有单位和个人因信息公开工作被追究责任。',
  ],
  five: [
    '上年报告提出的解读质量不高问题已得到改进，群众满意度有所提升。但仍存在以下不足：一是部分单位公开不够及时，二是基层专区利用率不高。',
    `${f.year + 1}年，我县将从以下方面改进：一是严格二十个工作日的公开时限，二是把公开专区与便民服务结合起来。`,
  ],
  six: ['依照收费管理办法，全年共发出收费通知0份，收取信息处理费0元。'],
});

/** 6. An office that lists requests in sections three and four too. */
const officeEverywhere: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [`本报告中所列数据统计期限为${f.year}年1月1日至12月31日。`],
  one: [
    '（一）政府信息主动公开情况',
    `${f.year}年，办公室通过各类平台发布信息${f.published.total}条。其中：政策文件${f.published.parts[0]}条，会议公开${f.published.parts[2]}条。`,
    '（二）政府信息依申请公开情况',
    `规范收件、登记、补正、答复各环节，共接收申请${f.said.received}件，自然人申请${f.said.natural}件，同比增长8.3%。`,
    '（三）政府信息资源管理情况',
    `制定印发行政规范性文件${f.said.made}件，新发布文件解读材料${f.said.made * 2}篇。`,
    '（四）政府信息公开平台管理情况',
    '政府公报编发12期，每月1期，免费赠阅2400册。',
    '（五）监督保障情况',
    '上半年受理监督投诉3件，均已核实处理。',
  ],
  three: [
    `${f.year}年，共处理申请${f.said.received + f.said.carriedIn}件（含上年结转${f.said.carriedIn}件），${f.said.done}件已答复，${f.said.carriedOut}件结转至${f.year + 1}年办理。`,
  ],
  four: [remedies(f)],
  five: [
    '（一）主要问题',
    '1.信息检索还不够便捷。2.部分信息公开要素不够完整。',
    '（二）改进措施',
    '1.增设智能检索和热词推荐。2.制定信息发布要素清单，逐条核对。',
  ],
  six: ['办公室本年度没有产生信息处理费。'],
});

/** 7. A bureau with outcome sentences and shares. */
const bureauOutcomes: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年度政府信息公开工作年度报告`],
  preamble: [`本年报数据统计期限为${f.year}年1月1日至${f.year}年12月31日。`],
  one: [
    `一是主动公开稳步推进。${f.year}年主动公开信息${f.published.total}条，较${f.year - 1}年的${f.published.total - 20}条略有增长。`,
    `二是依申请公开规范有序。共收到政府信息公开申请${f.said.received}件，上年结转${f.said.carriedIn}件，办结${f.said.done}件，${outcome(f)}；结转下年度${f.said.carriedOut}件。12345热线转办诉求330件，办结率98.5%。`,
    `三是政府信息管理不断加强。本局起草的行政规范性文件中，现行有效${f.said.valid}件。`,
    '四是平台建设持续优化。专栏全年访问4.2万人次。',
    '五是监督保障更加有力。开展自查两次，整改问题7个。',
  ],
  five: ['当前还存在答复文书不够规范、公开目录更新不及时等问题。改进措施：开展答复文书评查，按季度更新目录。'],
  six: ['未发生信息处理费收费情况。'],
});

/** 8. A street office, seven parts, lower key. */
const streetSeven: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [`所列统计数据时间范围为${f.year}年1月1日至${f.year}年12月31日。`],
  one: [
    '（一）组织领导。街道成立工作领导小组，全年召开专题会议2次。',
    `（二）主动公开。全年公开信息${f.published.parts[2]}条，发布社区公告100余条。`,
    `（三）依申请公开。${f.said.received === 0 ? '本年度未接收到政府信息公开申请。' : `街道新收到政府信息公开申请${f.said.received}件，上年结转申请${f.said.carriedIn}件，答复${f.said.done}件。`}`,
    '（四）政府信息管理。规范信息采集、审核和归档，动态清理失效信息。',
    '（五）平台建设。在8个社区设立查阅点，配备自助终端。',
    '（六）教育培训。参加区级培训4次。',
    '（七）监督保障。主动接受监督，街道及相关个人未出现因政务公开被责任追究的情况。',
  ],
  five: ['存在问题：宣传引导不够到位。改进情况：利用社区活动加强宣传，引导居民知晓公开渠道。'],
  six: ['本年度收取信息处理费0元。'],
});

/** 9. A county, all prose without part headings. */
const countyProse: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [
    `现向社会公布${f.organ.name}${f.year}年政府信息公开工作年度报告，数据统计期限为${f.year}年1月1日至${f.year}年12月31日。`,
  ],
  one: [
    `主动公开全面深化。${f.year}年，全县公开各类信息${f.published.total}条，其中政策类${f.published.parts[0]}条，占${share(f.published.parts[0], f.published.total, 1)}%；动态类${f.published.parts[1]}条，占${share(f.published.parts[1], f.published.total, 1)}%；其他${f.published.parts[2]}条，占${share(f.published.parts[2], f.published.total, 1)}%（因四舍五入，合计可能不等于100%）。`,
    `依申请公开依法办理。全县共受理政府信息公开申请${f.said.received}件（其中县政府办公室受理2件），除${f.said.carriedOut}件结转下年办理外，其余均已答复。去年同期受理申请19件。`,
    `政府信息管理规范有序。全县制发行政规范性文件${f.said.made}件，现行有效的行政规范性文件共${f.said.valid}件。`,
    '政府信息公开平台建设提质增效。政府网站更新栏目64个，政务微博、微信、抖音发布信息1.1万条。',
    `监督保障扎实有力。${duties('我县')}`,
  ],
  five: [
    '一年来，我县政府信息公开工作取得了一定成效，但还存在差距：一是公开的主动性还不强；二是群众参与的渠道还不够多；三是队伍专业化程度有待提高。',
    '针对以上问题，下一步采取以下措施：一是加强考核通报，压实主体责任；二是拓宽民意征集渠道，全年开展征集不少于6次；三是建立专家库，加大培训力度。',
  ],
  six: ['全县各行政机关全年未收取信息处理费。'],
});

/** 10. A bureau that speaks of none. */
const bureauNone: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [`根据国办公开办函〔2021〕30号要求，编制本报告。统计期限：${f.year}年1月1日至12月31日。`],
  one: [
    '（一）主动公开情况',
    `${f.year}年我局通过部门专栏公开财政预决算、双随机检查等信息${f.published.parts[2]}条。`,
    '（二）依申请公开情况',
    f.said.received === 0
      ? '我局未收到公民、法人或者其他组织提出的政府信息公开申请，无上年结转申请。未发生因政府信息公开引起的行政复议、行政诉讼。'
      : `我局收到公民、法人或者其他组织提出的政府信息公开申请${f.said.received}件，答复${f.said.done}件。`,
    '（三）政府信息管理情况',
    '认真做好信息公开前的保密审查，未发生因审查不当造成的泄密问题。',
    '（四）平台建设情况',
    '按照县政府办统一安排做好专栏维护。',
    '（五）监督保障情况',
    '安排专人负责，及时报送年度报告。',
  ],
  five: ['公开内容的深度不够，与群众期待还有差距。我局将细化公开目录，围绕群众关切加大公开力度。'],
  six: ['无其他需要报告的事项，没有收取信息处理费。'],
});

/** 11. A town that copies the county's headings with 情况 at the end. */
const townBusy: Style = (f) => ({
  title: [f.organ.name, `${f.year}年政府信息公开工作年度报告`],
  preamble: [`本报告所列数据统计时段为${f.year}年1月1日至${f.year}年12月31日。联系电话：0900-7112233，邮编：700100。`],
  one: [
    `（一）主动公开情况。公开惠民补贴、低保、危房改造等信息${f.published.parts[0]}条，其中通过公众号发布64条。`,
    `（二）依申请公开情况。全年收到申请${f.said.received}件，同比减少1件，答复${f.said.done}件，${f.said.carriedOut === 0 ? '无结转下年度办理件' : `结转下年度${f.said.carriedOut}件`}。收到群众来信31件，办结31件。`,
    '（三）政府信息管理情况。明确党政办统一归口，每月核对一次台账，全年共核对12次。',
    '（四）政府信息公开平台建设情况。15个行政村公开栏全部更新，镇便民服务中心设置公开专区1个。',
    `（五）监督保障情况。${duties('我镇')}`,
  ],
  five: [
    '（一）存在的主要问题：村级公开不够规范，个别信息更新不及时。',
    `（二）改进情况：制定村级公开事项清单，实行月提醒、季通报。去年指出的栏目空白问题已整改到位。`,
  ],
  six: [`${f.year}年我镇未发出信息处理费收费通知。`],
});

/** 12. A county that gives everything to the full. */
const countyFull: Style = (f) => ({
  title: [`${f.organ.area}人民政府${f.year}年政府信息公开工作年度报告`],
  preamble: [
    `依据《中华人民共和国政府信息公开条例》编制，数据统计期限自${f.year}年1月1日至${f.year}年12月31日止，报告电子版可在县政府网站下载。`,
  ],
  one: [
    `${f.year}年，我县深入贯彻党的二十大和二十届历次全会精神，严格落实条例要求。`,
    '（一）主动公开方面',
    `全县主动公开信息${f.published.total}条，办理人大代表建议和政协提案212件。发布政策解读96篇，解读比例达100%。`,
    '（二）依申请公开方面',
    `全县新收政府信息公开申请${f.said.received}件，上一年度结转${f.said.carriedIn}件，其中网上申请${f.said.channels[0]}件、邮寄申请${f.said.channels[1]}件、现场申请${f.said.channels[2]}件。本年度办结${f.said.done}件，予以公开${f.said.granted}件，占办结数的${share(f.said.granted, f.said.done, 1)}%；部分公开${f.said.partial}件；不予公开${f.said.refused}件；无法提供${f.said.unable}件。转入下一年度继续办理${f.said.carriedOut}件。按期答复率100%。${remedies(f)}`,
    '（三）政府信息管理方面',
    `全县各级制定行政规范性文件${f.said.made}件，废止行政规范性文件${f.said.repealed}件，现行有效行政规范性文件${f.said.valid}件。`,
    '（四）平台建设方面',
    '每月抽查政务新媒体一次，全年抽查12次，发现并整改问题55个。',
    '（五）监督保障方面',
    `加强考核监督，政务公开占全县绩效考核分值的2%，${f.year}年考核结果已在政府网站通报；社会评议从4月1日开始、4月30日结束，回收问卷1,206份，其中有效1,180份；全年未发生责任追究情况。`,
  ],
  five: [
    '存在的主要问题：（1）对政策的二次解读还不多；（2）依申请公开答复的针对性还不够。',
    `改进措施：（1）推动主要负责人带头解读；（2）常态化开展案例研讨，提升答复质量。${f.year - 1}年报告中提出的专区建设不均衡问题已经解决。`,
  ],
  six: ['全年共收取信息处理费0元。', '落实上级政务公开工作要点情况：所列任务已全部完成。'],
});

export const styles = {
  countyFormal,
  officeRunIn,
  bureauQuiet,
  townPlain,
  countyNumerals,
  officeEverywhere,
  bureauOutcomes,
  streetSeven,
  countyProse,
  bureauNone,
  townBusy,
  countyFull,
} satisfies Record<string, Style>;
