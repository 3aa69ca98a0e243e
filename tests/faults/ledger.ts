// What every citizen of a run knows: what they sent and whether they were told 已收到. The database is held against it.
import type { Survey } from '#core/survey.ts';
import { type Random, randomAnswers } from '#tests/world/answers.ts';
import { type Press, press } from '#tests/world/press.ts';
import type { Host } from '#worker/host.ts';

export interface Citizen {
  readonly press: Press;
  /** What this citizen wrote, which nobody else did: tells whose a row is, whatever the server made of its id. */
  readonly mark: string;
  readonly token: string | undefined;
  /** Null until an acknowledgement arrived. */
  receipt: string | null;
  /** How often it was sent without a reply. */
  inDoubt: number;
}

export interface Surveys {
  readonly general: Survey;
  readonly request: Survey;
}

/** The text question that carries the mark. */
export const markField = { general: 'G14', request: 'R10' } as const;

export class Ledger {
  readonly citizens: Citizen[] = [];
  acknowledged = 0;
  readonly #host: Host;
  readonly #surveys: Surveys;
  readonly #random: Random;
  readonly #undecided: Citizen[] = [];
  #milestone: { at: number; reached: () => void } | null = null;

  constructor(host: Host, surveys: Surveys, random: Random) {
    this.#host = host;
    this.#surveys = surveys;
    this.#random = random;
  }

  /** Somebody new presses 提交, with an invitation's token or through the open door. */
  arrive(token?: string): Citizen {
    const kind = token ? 'request' : 'general';
    const mark = `第 ${this.citizens.length + 1} 个人写的意见`;
    const answers = { ...randomAnswers(this.#surveys[kind], this.#random), [markField[kind]]: mark };
    const from = token ? { token, unit: 'land' } : {};
    const sent = press(this.#host, { survey: this.#surveys[kind], answers, ...from });
    const citizen: Citizen = { press: sent, mark, token, receipt: null, inDoubt: 0 };
    this.citizens.push(citizen);
    return citizen;
  }

  /** Somebody who was left without a reply, to try again. */
  undecided(): Citizen | undefined {
    return this.#undecided.shift();
  }

  isAcknowledged(citizen: Citizen, receipt: string): void {
    if (citizen.receipt === null) this.acknowledged += 1;
    citizen.receipt = receipt;
    if (this.#milestone && this.acknowledged >= this.#milestone.at) {
      this.#milestone.reached();
      this.#milestone = null;
    }
  }

  isInDoubt(citizen: Citizen): void {
    citizen.inDoubt += 1;
    this.#undecided.push(citizen);
  }

  /** Resolves when so many more are acknowledged. */
  acknowledgements(more: number): Promise<void> {
    return new Promise((reached) => {
      this.#milestone = { at: this.acknowledged + more, reached };
    });
  }
}
