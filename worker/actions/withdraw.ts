// A citizen takes an answer back, while its survey is open. Repeating it is safe. Not audited, as answers are not
// (decision 003): the audit has times of day, and would tell when somebody who answered was here again.
import { Problems, problem, Refusal } from '#core/problem.ts';
import type { ReceiptCode } from '#core/receipt.ts';
import { standingOf } from '#core/standing.ts';
import { tallyOf } from '#core/tally.ts';
import { phaseOn } from '#core/window.ts';
import { lastDayToWithdraw, readWithdrawalCode } from '#core/withdrawal.ts';
import { type Catalogue, surveyIn } from '../catalogue.ts';
import type { Host } from '../host.ts';
import { Unavailable } from '../resilience.ts';
import { sameText } from '../seals.ts';
import { responsesUnder, type StoredResponse } from '../store/responses.ts';
import { withdrawing } from '../store/withdrawals.ts';

/** Throws Problems for a wrong code, a Refusal when it is too late or nothing was received. */
export async function withdraw(host: Host, catalogue: Catalogue, receipt: ReceiptCode, typed: string): Promise<void> {
  const response = await provenResponse(host, receipt, typed);
  if (response.withdrawn) return;
  const record = surveyIn(catalogue, response.survey);
  const lastDay = lastDayToWithdraw(record, response.day);
  if (phaseOn(record, host.today()) !== 'open' || host.today() > lastDay)
    throw new Refusal('gone', 'withdrawal-closed', { closes: lastDay });
  const version = record.versions.get(response.version);
  if (!version) throw new Error(`survey ${record.code} has no version ${response.version}`);
  const changes = await host.db.commit(
    withdrawing({
      response,
      tally: tallyOf(version.document, response.answers, response),
      from: standingOf(response, response.excluded),
      to: standingOf(response, 'withdrawn'),
      day: host.today(),
    }),
  );
  if (changes.at(-1) === 0 && !(await provenResponse(host, receipt, typed)).withdrawn)
    throw new Unavailable('somebody decided about this answer meanwhile');
}

/** Two answers can share a receipt; only one of them has this code. */
async function provenResponse({ db, seals }: Host, receipt: ReceiptCode, typed: string): Promise<StoredResponse> {
  const responses = await responsesUnder(db, seals.slip(receipt));
  if (responses.length === 0) throw new Refusal('missing', 'no-receipt');
  const code = readWithdrawalCode(typed) ?? '';
  const proven = responses.find(({ id }) => sameText(code, seals.withdrawal(id)));
  if (!proven) throw new Problems([problem('code', typed.trim() === '' ? 'empty' : 'wrong-withdrawal-code')]);
  return proven;
}
