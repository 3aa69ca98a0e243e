// Four ways of writing that came last of all. Nothing in the check was adjusted to them.
import { chinese, type Style, share } from './styles.ts';

const countyReport: Style = (f) => ({
  title: [`${f.organ.area}人民政府${f.year}年政府信息公开工作年度报告`],
  preamble: [
    `本报告是根据《中华人民共和国政府信息公开条例》第五十条要求，由${f.organ.area}人民政府办公室汇总编制。报告中所列数据的统计期限为${f.year}年1月1日起至${f.year}年12月31日止。`,
  ],
  one: [
    '（一）主动公开情况',
    `深入推进重点领域信息公开，全县发布各类政府信息${f.published.total}条（同一信息多渠道发布的不重复计算），涉及财政预决算、乡村振兴、生态环境等19个领域。开展在线访谈12期、征集调查9期。`,
    '（二）依申请公开情况',
    `严格执行“三级审签”制度。${f.year}年，全县新受理政府信息公开申请${f.said.received}件，从上年结转来${f.said.carriedIn}件；依法办结${f.said.done}件，结转${f.year + 1}年继续办理${f.said.carriedOut}件。从渠道看，互联网申请${f.said.channels[0]}件、信函申请${f.said.channels[1]}件、当面申请${f.said.channels[2]}件。从结果看，予以公开的${f.said.granted}件、部分公开的${f.said.partial}件、不予公开的${f.said.refused}件、无法提供的${f.said.unable}件。全县收到因政府信息公开引起的行政复议案件${f.said.review}件，行政诉讼案件${f.said.suit}件。`,
    '（三）政府信息管理情况',
    `推进行政规范性文件集中公开，年度内制定${f.said.made}件、废止${f.said.repealed}件，截至${f.year}年12月31日现行有效${f.said.valid}件。`,
    '（四）政府信息公开平台建设情况',
    '政府网站全年独立用户访问量达31.6万个，解决“中国政府网我来找错”留言5条。',
    '（五）监督保障情况',
    '制定年度工作要点，举办培训班3期；全县绩效考核中政务公开占2.5分，考核结果作为评先依据；委托第三方于7月1日至7月15日开展社会评议，群众总体满意率94.1%；本年度无责任追究事项。',
  ],
  five: [
    `存在问题：一是信息公开的深度有待拓展；二是政策解读的质效有待提升；三是工作人员的业务能力有待加强。`,
    `改进情况：一是聚焦民生领域，拓展公开内容；二是丰富解读形式，提升群众知晓度；三是开展常态化培训，打造专业队伍。`,
  ],
  six: [`${f.year}年，我县没有收取信息处理费的情况。`],
});

const officePlain: Style = (f) => ({
  title: [`${f.organ.name}`, `政府信息公开工作${f.year}年度报告`],
  preamble: [`报告时限为${f.year}年1月1日至${f.year}年12月31日。`],
  one: [
    `一是做好主动公开。通过网站公开信息${f.published.total}条，在微信公众号推送${f.published.parts[2]}条。`,
    `二是做好依申请公开。收到依申请公开${f.said.received}件，办理答复${f.said.done}件，${f.said.carriedOut === 0 ? '无结转下年度办理的申请' : `尚在办理${f.said.carriedOut}件`}，行政复议${f.said.review}件。代县政府接转的申请不计入本机关。`,
    `三是做好政府信息管理。印发行政规范性文件${f.said.made}件。`,
    '四是做好平台建设。整合栏目15个，新增“一老一小”专题1个。',
    '五是做好监督保障。每月通报一次信息发布情况，全年通报12次。',
  ],
  five: ['主要问题：一是部分栏目信息量少；二是与群众互动不多。下一步打算：一是加强信息采编；二是开设互动话题。'],
  six: ['无。另，本年度信息处理费收取0元。'],
});

const bureauShort: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开年度报告`],
  preamble: [`根据要求，${f.organ.name}编制本报告，数据统计期为${f.year}年1月1日至12月31日。`],
  one: [
    `（一）主动公开。全年主动公开信息${f.published.parts[2]}条，其中通知公告12条，没有应公开未公开的情况。`,
    `（二）依申请公开。${f.said.received === 0 ? `${f.year}年，我局没有收到政府信息公开申请，没有产生行政复议和行政诉讼。` : `${f.year}年，我局受理政府信息公开申请${chinese(f.said.received)}件，全部在规定时间内答复，予以公开${chinese(f.said.granted)}件。`}`,
    '（三）政府信息管理。严把政治关、法律关、保密关、文字关。',
    '（四）政府信息公开平台建设。依托市县一体化平台，未自建网站。',
    '（五）监督保障。设监督电话一部，全年接听咨询27次。',
  ],
  five: ['还存在主动公开质量不高的情况，将从选题和审核两方面改进，多发群众关心的信息。'],
  six: ['全年没有发生信息处理费。'],
});

const countyPercent: Style = (f) => ({
  title: [`${f.organ.name}${f.year}年政府信息公开工作年度报告`],
  preamble: [
    `现公布${f.organ.name}${f.year}年政府信息公开工作年度报告，所列数据统计期限为${f.year}年1月1日至${f.year}年12月31日。`,
  ],
  one: [
    `（一）主动公开。${f.year}年，网站公开${f.published.total}条，其中${f.published.parts[0]}条来自县直部门、${f.published.parts[1]}条来自乡镇、${f.published.parts[2]}条来自县政府办。`,
    `（二）依申请公开。各级各部门收到政府信息公开申请${f.said.received}件，增幅为5.2%；自然人申请${f.said.natural}件，占${share(f.said.natural, f.said.received, 1)}%。办结${f.said.done}件（含上年结转${f.said.carriedIn}件），另有${f.said.carriedOut}件跨年度办理。予以公开${f.said.granted}件，占办结总数的${share(f.said.granted, f.said.done, 1)}%。${f.year - 1}年收到申请46件、${f.year - 2}年收到39件。`,
    `（三）政府信息管理。当年制发行政规范性文件${f.said.made}件，现行有效${f.said.valid}件，全部设置了有效期。`,
    '（四）平台建设。上线移动端长辈模式，全县38个账号纳入统一监管。',
    '（五）监督保障。每季度考核通报，年终考核优秀等次9家；社会评议2月10日至2月28日进行，满意和基本满意合计占98.7%；未出现追责情形。',
  ],
  five: [
    '不足：一是数据公开的机器可读性差；二是征集意见的采纳反馈不及时。',
    `${f.year + 1}年，一是制定数据开放格式要求；二是规定采纳情况在15个工作日内反馈。`,
  ],
  six: ['全县信息处理费收费情况：发出收费通知0件，金额0万元，实际收取0万元。'],
});

export const untouchedStyles = { countyReport, officePlain, bureauShort, countyPercent } satisfies Record<
  string,
  Style
>;
