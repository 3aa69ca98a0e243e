// Changing one's own password, against the present one.
import { fill } from '#core/lang.ts';
import { passwordCharsMax, passwordCharsMin } from '#core/staff.ts';
import { type ProblemLine, ProblemList, StaffFrame, type StaffPageProps, staffLink } from '../../parts/staff-frame.tsx';

export interface PasswordPageProps extends StaffPageProps {
  readonly problems: readonly ProblemLine[];
  readonly done: boolean;
}

export function PasswordPage(props: PasswordPageProps) {
  const { words, me, problems, done } = props;
  const w = words.staff.password;
  return (
    <StaffFrame {...props} here={null} title={w.title}>
      <ProblemList title={w.failed} problems={problems} />
      {done && (
        <p class="saved" role="status">
          {w.done}
        </p>
      )}
      <form method="post" action={staffLink(props, '/staff/password')} class="panel narrow">
        <input type="hidden" name="username" value={me.name} autocomplete="username" />
        <p class="field">
          <label for="present">{w.present}</label>
          <input id="present" name="present" type="password" autocomplete="current-password" required />
        </p>
        <p class="field">
          <label for="password">{w.wanted}</label>
          <span class="hint" id="password-hint">
            {fill(w.hint, { min: passwordCharsMin })}
          </span>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            required
            minlength={passwordCharsMin}
            maxlength={passwordCharsMax}
            aria-describedby="password-hint"
          />
        </p>
        <button type="submit" class="button">
          {w.submit}
        </button>
      </form>
    </StaffFrame>
  );
}
