// Under load a ticket carries a challenge. This solves it while the person reads, in slices too short to be felt, and
// writes the number into the ticket, from where the form sends it. Nothing waits for it: pressed earlier, the answer goes
// without. The form's ticket may change meanwhile, when a draft or another tab brings its own: then it begins again.
import { challengeOf, workMax } from '#core/proof.ts';
import { readIdentity, takeIdentity } from './form-reading.ts';
import { byId, part } from './page-parts.ts';

const sliceMs = 8;
const restMs = 4;
const form = part<HTMLFormElement>(byId('island-root'), 'form');

function work(of: string, from: number): void {
  const { id, ticket, channel } = readIdentity(form);
  const [, , challenge, number] = ticket.split('.');
  if (!challenge || number || from > workMax) return;
  let next = of === id ? from : 0;
  const end = performance.now() + sliceMs;
  do {
    if (challengeOf(id, next) === challenge) {
      takeIdentity(form, { id, ticket: `${ticket}.${next}`, channel });
      return;
    }
    next += 1;
  } while (performance.now() < end);
  setTimeout(work, restMs, id, next);
}

work('', 0);
