// What staff did, newest first, and whether the whole chain still holds.
import type { AuditEntry, ChainBreak, ChainEnd } from '#core/audit.ts';
import { fill } from '#core/lang.ts';
import { StaffFrame, type StaffPageProps, staffLink, TableBox } from '../../parts/staff-frame.tsx';

export interface AuditPageProps extends StaffPageProps {
  readonly chain: ChainEnd | ChainBreak;
  /** Newest first. */
  readonly entries: readonly (AuditEntry & { readonly time: string })[];
  /** Names by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly older: number | null;
}

export function AuditPage(props: AuditPageProps) {
  const { words, chain, entries, names, older } = props;
  const w = words.staff.audit;
  const machines: Readonly<Record<string, string>> = { command: w.command, job: w.job, nobody: w.nobody };
  const named = (id: string) => names[id] ?? machines[id] ?? id;
  return (
    <StaffFrame {...props} here="audit" title={w.title}>
      <p class="lead">{w.lead}</p>
      {'fault' in chain ? (
        <p class="alarm" role="alert">
          {fill(w.broken, { seq: chain.seq, fault: w.fault[chain.fault] })}
        </p>
      ) : (
        <div class="sum">
          <b>{chain.seq === 0 ? w.none : fill(w.whole, { seq: chain.seq })}</b>
          {chain.seq > 0 && (
            <span>
              {w.end} <code class="hash">{chain.hash}</code>
            </span>
          )}
          <span class="quiet">{w.endHint}</span>
        </div>
      )}
      <TableBox label={w.title}>
        <table>
          <thead>
            <tr>
              {[w.seq, w.at, w.actor, w.action, w.object, w.detail].map((heading, index) => (
                <th scope="col" class={index === 0 ? 'n' : undefined} key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(({ seq, time, actor, action, object, detail }) => (
              <tr key={seq}>
                <th scope="row" class="n">
                  {seq}
                </th>
                <td>
                  <time>{time}</time>
                </td>
                <td>{named(actor)}</td>
                <td>{w.act[action]}</td>
                <td>{named(object)}</td>
                <td>
                  <code>{plain(detail)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {older !== null && (
        <p>
          <a href={staffLink(props, '/staff/audit', { before: String(older) })}>{w.older}</a>
        </p>
      )}
    </StaffFrame>
  );
}

/** `role: officer, unit: null`; what is nested stays JSON. */
const plain = (detail: AuditEntry['detail']): string =>
  Object.entries(detail)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
