// Every rule, in the order findings are listed within one severity. A new rule is one object in a file beside this one
// and one entry here.
import type { Rule } from '../rule.ts';
import { accountability } from './accountability.ts';
import { aggregate, carriedOver, normsBalance } from './across-years.ts';
import { feeUnit, noDecisions, noRules } from './disclosure.ts';
import { frequencies } from './frequency.ts';
import { normsClaims } from './norms-claims.ts';
import { carriedAway, processingFee, splitRequests } from './outcomes.ts';
import { problemsAndMeasures } from './problems.ts';
import { publicationRules } from './publication.ts';
import { correctedSilently, directSuits, remedyClaims } from './remedies.ts';
import { requestClaims, splitClaims } from './request-claims.ts';
import { roundNumbers } from './round-numbers.ts';
import { shares } from './shares.ts';
import { structure } from './structure.ts';
import { sumRules } from './sums.ts';
import { validCells } from './valid-cells.ts';
import { years } from './years.ts';

export const rules: readonly Rule[] = [
  ...sumRules,
  carriedOver,
  validCells,
  splitRequests,
  processingFee,
  carriedAway,
  aggregate,
  directSuits,
  correctedSilently,
  remedyClaims,
  normsBalance,
  noRules,
  noDecisions,
  feeUnit,
  requestClaims,
  normsClaims,
  shares,
  splitClaims,
  years,
  roundNumbers,
  frequencies,
  structure,
  accountability,
  problemsAndMeasures,
  ...publicationRules,
];
