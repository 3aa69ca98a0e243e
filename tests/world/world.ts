// The one cast of tests, demo and docs: a fictional county with eight units, both model surveys, and one member of staff
// for each role. Nobody in it exists; staff are named by what they do.
import type { Role } from '#core/capability.ts';
import { generalSurvey } from '#core/model/general.ts';
import { requestSurvey } from '#core/model/request.ts';
import type { Day } from '#core/period.ts';
import type { Option, Survey } from '#core/survey.ts';
import type { Window } from '#core/window.ts';
import type { Statement } from '#worker/database.ts';
import type { Host } from '#worker/host.ts';
import { addingUnit, publishing, type Unit } from '#worker/store/surveys.ts';

/** A Monday morning on which every survey of the world is open: 2026-06-15 10:00 in Shanghai. */
export const worldNow = Date.parse('2026-06-15T10:00:00+08:00');
export const worldYear = 2026;

export const units: readonly Unit[] = [
  { code: 'education', name: { 'zh-CN': '县教育局', en: 'Education Bureau' } },
  { code: 'health', name: { 'zh-CN': '县卫生健康局', en: 'Health Bureau' } },
  { code: 'labour', name: { 'zh-CN': '县人力资源和社会保障局', en: 'Labour and Social Security Bureau' } },
  { code: 'land', name: { 'zh-CN': '县自然资源局', en: 'Natural Resources Bureau' } },
  { code: 'finance', name: { 'zh-CN': '县财政局', en: 'Finance Bureau' } },
  { code: 'chengguan', name: { 'zh-CN': '城关镇', en: 'Chengguan Town' } },
  { code: 'qingshi', name: { 'zh-CN': '青石镇', en: 'Qingshi Town' } },
  { code: 'baishui', name: { 'zh-CN': '白水乡', en: 'Baishui Township' } },
];

export const townships: readonly Option[] = units.slice(5).map(({ code, name }) => ({ code, words: name }));

export const staff: readonly { name: string; role: Role; unit: string | null }[] = [
  { name: '管理员', role: 'admin', unit: null },
  { name: '经办', role: 'officer', unit: null },
  { name: '撰稿', role: 'author', unit: null },
  { name: '领导', role: 'viewer', unit: null },
  { name: '教育局经办', role: 'officer', unit: 'education' },
];

export const generalOf = (year: number): Survey => generalSurvey(`general-${year}`, townships);
export const requestOf = (year: number): Survey => requestSurvey(`request-${year}`);

/** The request evaluation runs on until its invitations expire, in the year after. */
export const windowsOf = (year: number): { general: Window; request: Window } => ({
  general: { opens: `${year}-01-01`, closes: `${year}-12-31`, graceDays: 7 },
  request: { opens: `${year}-01-01`, closes: `${year + 1}-03-31`, graceDays: 7 },
});

/** Units and both surveys of a year, as statements. */
export function worldStatements(year: number, published: Day = `${year}-01-01`): Statement[] {
  const { general, request } = windowsOf(year);
  return [
    ...units.map((unit, position) => addingUnit(unit, position)),
    ...publishing(generalOf(year), general, published),
    ...publishing(requestOf(year), request, published),
  ];
}

export const buildWorld = async (host: Pick<Host, 'db'>, year = worldYear): Promise<void> => {
  await host.db.commit(worldStatements(year));
};
