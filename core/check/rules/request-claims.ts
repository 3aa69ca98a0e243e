// X1: what the narrative says was received, answered and carried over, against table 三. 收到 may mean this year's new
// requests or those with last year's carried over: either is right, and the message says which was compared.
import type { Claim, ClaimKind } from '../claims.ts';
import { cellLabel } from '../form.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { placeAt, rowQuote, totalAt, valueAt } from './cells.ts';

/** For each kind the sums of cells that make it right, the first being meant. */
const meanings: Partial<Record<ClaimKind, readonly (readonly string[])[]>> = {
  received: [['r1.tot'], ['r1.tot', 'r2.tot']],
  done: [['r3_7.tot']],
  handled: [['r3_7.tot'], ['r1.tot', 'r2.tot'], ['r1.tot']],
  'carried-in': [['r2.tot']],
  'carried-out': [['r4.tot']],
};

const nameOf = (ids: readonly string[]): string => ids.map((id) => cellLabel(id)).join('＋');

function against(report: Report, claim: Claim): Found[] {
  const wanted = meanings[claim.kind];
  if (!wanted || claim.approximate) return [];
  const [meant = []] = wanted;
  const values = wanted.map((ids) => totalAt(report, ids));
  if (values.some((value) => value === claim.value)) return [];
  const inTable = values[0];
  if (inTable === undefined) {
    return [
      {
        severity: 'unverifiable',
        message: { key: 'claim-unverifiable', values: { said: claim.value, of: nameOf(meant) } },
        quote: claim.quote,
        place: claim.place,
      },
    ];
  }
  const mended = meant.some((id) => report.tables.cells[id]?.mended);
  return [
    {
      severity: mended ? 'unverifiable' : claim.plain ? 'high' : 'medium',
      message: {
        key: claim.kind === 'received' ? 'received-claim' : 'claim',
        values: { said: claim.value, table: inTable, of: nameOf(meant), sum: values[1] ?? inTable },
      },
      repairs: [
        { key: 'repair-text', values: { from: claim.value, to: inTable } },
        { key: 'repair-table', values: { of: nameOf(meant), to: claim.value } },
      ],
      quote: claim.quote,
      place: claim.place,
    },
  ];
}

/** received (+ carried in) = done + carried out, as far as one paragraph says all of them. */
function withinParagraph(report: Report): Found[] {
  const blocks = new Map<number, Claim[]>();
  for (const claim of report.narrative.claims) blocks.set(claim.block, [...(blocks.get(claim.block) ?? []), claim]);
  return [...blocks.values()].flatMap((claims): Found[] => {
    const only = (kind: ClaimKind) => {
      const all = claims.filter((claim) => claim.kind === kind && !claim.approximate);
      return all.length === 1 ? all[0] : undefined;
    };
    const [received, done, out, carriedIn] = [only('received'), only('done'), only('carried-out'), only('carried-in')];
    if (!received || !done || !out) return [];
    const inTable = valueAt(report, 'r2.tot') ?? 0;
    const possible = [received.value, received.value + (carriedIn?.value ?? inTable)];
    if (possible.includes(done.value + out.value)) return [];
    return [
      {
        severity: 'medium',
        message: {
          key: 'claims-disagree',
          values: {
            received: received.value,
            carriedIn: carriedIn?.value ?? inTable,
            done: done.value,
            out: out.value,
          },
        },
        quote: `${received.quote}……${done.quote}……${out.quote}`,
        place: received.place,
      },
    ];
  });
}

const deniedKinds = { 'none-received': 'r1.tot', 'none-carried-out': 'r4.tot' } as const;

function denied(report: Report): Found[] {
  return report.narrative.statements.flatMap((statement): Found[] => {
    const id = deniedKinds[statement.kind as keyof typeof deniedKinds];
    const inTable = id && valueAt(report, id);
    if (!id || !inTable) return [];
    return [
      {
        severity: 'high',
        message: { key: 'claim-denied', values: { table: inTable, of: cellLabel(id) } },
        repairs: [
          { key: 'repair-text-count', values: { to: inTable } },
          { key: 'repair-table', values: { of: cellLabel(id), to: 0 } },
        ],
        quote: statement.quote,
        place: statement.place,
      },
    ];
  });
}

/** Outcomes in words against their rows: belongs to X3, but reads the same tables. */
const outcomeRows: Partial<Record<ClaimKind, readonly string[]>> = {
  granted: ['r3_1'],
  partial: ['r3_2'],
  refused: ['r3_3_1', 'r3_3_2', 'r3_3_3', 'r3_3_4', 'r3_3_5', 'r3_3_6', 'r3_3_7', 'r3_3_8'],
  unable: ['r3_4_1', 'r3_4_2', 'r3_4_3'],
  unprocessed: ['r3_5_1', 'r3_5_2', 'r3_5_3', 'r3_5_4', 'r3_5_5'],
  otherwise: ['r3_6_1', 'r3_6_2', 'r3_6_3'],
};

const outcomeNames: Partial<Record<ClaimKind, string>> = {
  granted: '（一）予以公开',
  partial: '（二）部分公开',
  refused: '（三）不予公开合计',
  unable: '（四）无法提供合计',
  unprocessed: '（五）不予处理合计',
  otherwise: '（六）其他处理合计',
};

export function outcomeClaims(report: Report): Found[] {
  return report.narrative.claims.flatMap((claim): Found[] => {
    const kinds = (claim.of.length > 0 ? claim.of : [claim.kind]) as readonly ClaimKind[];
    if (!(claim.kind in outcomeRows) || claim.approximate) return [];
    const ids = kinds.flatMap((kind) => (outcomeRows[kind] ?? []).map((row) => `${row}.tot`));
    const inTable = totalAt(report, ids);
    if (inTable === undefined || inTable === claim.value) return [];
    const of = kinds.map((kind) => outcomeNames[kind] ?? kind).join('＋');
    return [
      {
        severity: 'medium',
        message: { key: 'claim', values: { said: claim.value, table: inTable, of } },
        repairs: [
          { key: 'repair-text', values: { from: claim.value, to: inTable } },
          { key: 'repair-table', values: { of, to: claim.value } },
        ],
        quote: claim.quote,
        place: claim.place,
      },
    ];
  });
}

/** X4: requests by channel, or by who asked, add up to those received. */
export const splitClaims: Rule = {
  id: 'X4',
  needs: [],
  check: (report) => {
    const { claims } = report.narrative;
    // By paragraph: the channels of one list are often set apart by semicolons.
    const blocks = [
      ...new Set(claims.filter(({ kind }) => kind === 'channel' || kind === 'applicant').map(({ block }) => block)),
    ];
    return blocks.flatMap((block) =>
      (['channel', 'applicant'] as const).flatMap((kind): Found[] => {
        const here = claims.filter((claim) => claim.block === block && claim.kind === kind);
        const parts = here.filter((claim, i) => here.findIndex((other) => other.of[0] === claim.of[0]) === i);
        const [first] = parts;
        if (!first || parts.some(({ approximate }) => approximate)) return [];
        if (kind === 'applicant') {
          const freshOnly = claims.some(
            (claim) => claim.block === block && claim.kind === 'received' && claim.value === valueAt(report, 'r1.tot'),
          );
          return applicantSplit(report, parts, freshOnly);
        }
        const sum = parts.reduce((total, { value }) => total + value, 0);
        const near = claims.filter(
          (claim) => claim.block === first.block && claim.kind === 'received' && !claim.approximate,
        );
        const added = claims
          .filter((claim) => claim.block === block && claim.kind === 'carried-in')
          .map(({ value }) => value);
        const wholes =
          near.length > 0
            ? near.flatMap(({ value }) => [value, ...added.map((carried) => value + carried)])
            : [valueAt(report, 'r1.tot'), totalAt(report, ['r1.tot', 'r2.tot'])];
        const said = near.at(-1)?.value ?? valueAt(report, 'r1.tot');
        if (said === undefined || wholes.includes(sum) || (parts.length < 2 && sum <= said)) return [];
        return [
          {
            severity: 'medium',
            message: {
              key: 'split-sum',
              values: { sum, whole: said, parts: parts.map(({ quote }) => quote).join('＋') },
            },
            quote: parts.map(({ quote }) => quote).join('，'),
            place: first.place,
          },
        ];
      }),
    );
  },
};

function applicantSplit(report: Report, parts: readonly Claim[], freshOnly: boolean): Found[] {
  return parts.flatMap((claim): Found[] => {
    const ids = claim.of[0] === '自然人' ? ['r1.np'] : ['r1.l_com', 'r1.l_res', 'r1.l_pub', 'r1.l_law', 'r1.l_oth'];
    const carried = ids.map((id) => id.replace('r1', 'r2'));
    const [fresh, withCarried] = [totalAt(report, ids), totalAt(report, [...ids, ...carried])];
    if (fresh === undefined || fresh === claim.value || (!freshOnly && withCarried === claim.value)) return [];
    return [
      {
        severity: 'medium',
        message: { key: 'claim', values: { said: claim.value, table: fresh, of: `一、本年新收·${claim.of[0] ?? ''}` } },
        repairs: [{ key: 'repair-text', values: { from: claim.value, to: fresh } }],
        quote: claim.quote,
        place: claim.place,
      },
    ];
  });
}

export const requestClaims: Rule = {
  id: 'X1',
  needs: ['B'],
  check: (report) => {
    const found = [...report.narrative.claims.flatMap((claim) => against(report, claim)), ...denied(report)];
    return [...found, ...(found.length === 0 ? withinParagraph(report) : []), ...missingFigures(report)];
  },
};

/** 「共收到政府信息公开申请件」: the figure is gone, in the file or in the report. */
function missingFigures(report: Report): Found[] {
  return report.narrative.sentences.flatMap((sentence): Found[] => {
    const found =
      sentence.section === 1
        ? /(?:收到|受理|办结|答复)[^,。\d零一二三四五六七八九十两未无]{0,14}(?:信息公开)?申请(?:共|共计)?件(?=[,。;])/.exec(
            sentence.text,
          )
        : null;
    if (!found) return [];
    return [
      {
        severity: 'unverifiable',
        message: { key: 'figure-gone', values: { row: rowQuote(report, 'r1') } },
        quote: found[0],
        place: sentence.placeOf(found.index, found.index + found[0].length) ?? placeAt(report, 'r1.tot'),
      },
    ];
  });
}
