// The people who work here: who they are, what each role may do, adding and disabling. A password made for somebody is on
// the page that answers, once.
import { can, capabilities, type Role, roles } from '#core/capability.ts';
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { nameCharsMax, type Staff } from '#core/staff.ts';
import {
  type ProblemLine,
  ProblemList,
  StaffFrame,
  type StaffPageProps,
  staffLink,
  TableBox,
  type Unit,
} from '../../parts/staff-frame.tsx';

export interface Person extends Staff {
  readonly disabled: boolean;
  readonly created: Day;
}

export interface PeoplePageProps extends StaffPageProps {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly problems: readonly ProblemLine[];
  /** What was typed for a new person. */
  readonly typed: { readonly name: string; readonly role: string; readonly unit: string };
  /** Just made. */
  readonly password: { readonly name: string; readonly password: string } | null;
}

export function PeoplePage(props: PeoplePageProps) {
  const { words, people, problems, password } = props;
  const w = words.staff.people;
  return (
    <StaffFrame {...props} here="people" title={w.title}>
      <ProblemList title={w.problems} problems={problems} />
      {password && (
        <div class="alarm" role="status">
          <h2>{fill(w.passwordTitle, { name: password.name })}</h2>
          <p class="secret">
            <code>{password.password}</code>
          </p>
          <p>{w.passwordBody}</p>
        </div>
      )}
      <TableBox label={w.title}>
        <table class="people">
          <thead>
            <tr>
              {[w.name, `${w.role} · ${w.unit}`, w.created, w.status, w.actions].map((heading) => (
                <th scope="col" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} {...props} person={person} />
            ))}
          </tbody>
        </table>
      </TableBox>
      <AddPerson {...props} />
      <Rights {...props} />
    </StaffFrame>
  );
}

function PersonRow(props: PeoplePageProps & { person: Person }) {
  const { lang, words, me, person } = props;
  const { id, name, role, unit, disabled, created } = person;
  const w = words.staff.people;
  const deed = (path: string, label: string) => (
    <form method="post" action={staffLink(props, `/staff/people/${id}/${path}`)}>
      <button type="submit" class="plain">
        {label}
        <span class="unseen"> {name}</span>
      </button>
    </form>
  );
  return (
    <tr class={disabled ? 'off' : undefined}>
      <th scope="row">
        {name}
        {id === me.id && w.you}
      </th>
      <td>
        <form method="post" action={staffLink(props, `/staff/people/${id}/role`)} class="deeds">
          <Post {...props} role={role} unit={unit ?? ''} of={name} />
          <button type="submit" class="plain">
            {w.change}
            <span class="unseen"> {name}</span>
          </button>
        </form>
      </td>
      <td>{showDay(created, lang)}</td>
      <td>{disabled ? w.disabled : w.active}</td>
      <td>
        <div class="deeds">
          {deed('password', w.reset)}
          {disabled ? deed('enabling', w.enable) : id !== me.id && deed('disabling', w.disable)}
        </div>
      </td>
    </tr>
  );
}

/** Role and unit; `of` names the person where the labels are not on the page. */
function Post({ lang, words, units, role, unit, of }: PeoplePageProps & { role: string; unit: string; of?: string }) {
  const w = words.staff;
  const select = (name: 'role' | 'unit', options: readonly { value: string; text: string }[], chosen: string) => (
    <select name={name} {...(of ? { 'aria-label': `${of} ${w.people[name]}` } : { id: name })}>
      {options.map(({ value, text }) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  );
  const everyRole = roles.map((value) => ({ value, text: w.role[value] }));
  const everyUnit = units.map(({ code, name }) => ({ value: code, text: name[lang] }));
  const roleSelect = select('role', everyRole, role);
  const unitSelect = select('unit', [{ value: '', text: w.wholeCounty }, ...everyUnit], unit);
  if (of) return [roleSelect, unitSelect];
  return (
    <>
      <p class="field">
        <label for="role">{w.people.role}</label>
        {roleSelect}
      </p>
      <p class="field">
        <label for="unit">{w.people.unit}</label>
        {unitSelect}
      </p>
    </>
  );
}

function AddPerson(props: PeoplePageProps) {
  const { words, typed } = props;
  const w = words.staff.people;
  return (
    <section>
      <h2>{w.add}</h2>
      <form method="post" action={staffLink(props, '/staff/people')} class="filter">
        <p class="field">
          <label for="name">{w.name}</label>
          <input id="name" name="name" value={typed.name} maxlength={nameCharsMax} autocomplete="off" required />
        </p>
        <Post {...props} role={typed.role} unit={typed.unit} />
        <p class="field">
          <button type="submit" class="button">
            {w.addSubmit}
          </button>
        </p>
      </form>
      <p class="quiet">{w.unitNote}</p>
    </section>
  );
}

function Rights({ words }: PeoplePageProps) {
  const w = words.staff;
  return (
    <section>
      <h2>{w.people.rights}</h2>
      <TableBox label={w.people.rights}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.people.role}</th>
              {capabilities.map((capability) => (
                <th scope="col" key={capability}>
                  {w.people.capability[capability]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role: Role) => (
              <tr key={role}>
                <th scope="row">{w.role[role]}</th>
                {capabilities.map((capability) => (
                  <td key={capability}>
                    {can(role, capability) ? w.people.yes : <span class="quiet">{w.people.no}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
