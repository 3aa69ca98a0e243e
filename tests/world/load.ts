// Storing many answers at once, through the same rows the real door writes.
import type { Answers } from '#core/answers.ts';
import type { Day } from '#core/period.ts';
import type { Channel } from '#core/submission.ts';
import { wholeCounty } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import type { Statement } from '#worker/database.ts';
import type { Host } from '#worker/host.ts';
import { newResponse } from '#worker/intake.ts';
import { storing } from '#worker/store/responses.ts';

export interface LoadedAnswer {
  readonly answers: Answers;
  readonly day: Day;
  readonly unit?: string;
  readonly channel?: Channel;
  readonly quarantine?: boolean;
  readonly test?: boolean;
  readonly late?: boolean;
  /** Hash of the invitation it uses. */
  readonly invitation?: string;
}

const statementsPerBatch = 200;

export async function loadAnswers(
  host: Pick<Host, 'db' | 'seals' | 'randomHex'>,
  survey: Survey,
  answers: Iterable<LoadedAnswer>,
): Promise<void> {
  let batch: Statement[] = [];
  const flush = async () => {
    if (batch.length > 0) await host.db.commit(batch);
    batch = [];
  };
  for (const loaded of answers) {
    const response = newResponse(host, survey, {
      id: host.randomHex(16),
      survey: survey.code,
      version: survey.version,
      unit: loaded.unit ?? wholeCounty,
      channel: loaded.channel ?? 'web',
      answers: loaded.answers,
      day: loaded.day,
      flags: {
        late: loaded.late ?? false,
        quarantine: loaded.quarantine ?? false,
        possibleDuplicate: false,
        test: loaded.test ?? false,
      },
      invitation: loaded.invitation ?? null,
    });
    batch.push(...storing(response).statements);
    if (batch.length >= statementsPerBatch) await flush();
  }
  await flush();
}
