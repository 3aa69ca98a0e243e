// GET /staff/audit: the last entries, and the whole chain followed from its start.
import { Hono } from 'hono';
import { minuteOf } from '#core/period.ts';
import { AuditPage } from '#web/pages/staff/audit.tsx';
import { signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { followAudit } from '../../audit.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';
import { entriesBefore } from '../../store/audit.ts';
import { allStaff } from '../../store/staff.ts';

const pageSize = 100;

export const audit = new Hono<AppEnv>().get('/', async (c) => {
  const actor = await signedIn(c, 'audit.read');
  const { db } = c.get('host');
  const asked = c.req.query('before') ?? '';
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : Number.MAX_SAFE_INTEGER;
  const [chain, entries, staff] = await Promise.all([
    followAudit(db),
    entriesBefore(db, before, pageSize),
    allStaff(db),
  ]);
  const last = entries.at(-1);
  const props = {
    ...staffPageProps(c, actor),
    chain,
    entries: entries.map((entry) => ({ ...entry, time: minuteOf(Date.parse(entry.at)) })),
    names: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    older: last && last.seq > 1 ? last.seq : null,
  };
  return staffPage(c, c.get('words').staff.audit.title, <AuditPage {...props} />);
});
