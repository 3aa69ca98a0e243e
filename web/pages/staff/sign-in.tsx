// The staff's door. It says the same for an unknown name and a wrong password, and keeps the name that was typed.
import { LanguageLinks } from '../../parts/language-links.tsx';
import { linkTo, type PageProps } from '../../parts/page-frame.tsx';
import { type ProblemLine, ProblemList, staffLink } from '../../parts/staff-frame.tsx';

export interface SignInPageProps extends PageProps {
  readonly name: string;
  /** Where to go after signing in, a path of ours; '' for the overview. */
  readonly next: string;
  readonly problems: readonly ProblemLine[];
}

export function SignInPage(props: SignInPageProps) {
  const { lang, words, county, name, next, problems } = props;
  const w = words.staff.signIn;
  const [before, after] = w.lead.split('{link}');
  const way: Record<string, string> = next ? { next } : {};
  return (
    <>
      <header class="masthead">
        <div class="column">
          <a class="masthead-name" href={staffLink(props, '/staff')}>
            <b>{county[lang]}</b> <span>{words.staff.service}</span>
          </a>
          <LanguageLinks lang={lang} to={(other) => `?${new URLSearchParams({ ...way, lang: other })}`} />
        </div>
      </header>
      <main class="column door">
        <h1>{w.title}</h1>
        <p class="lead">
          {before}
          <a href={linkTo(props, '/')}>{w.leadLink}</a>
          {after}
        </p>
        <ProblemList title={w.failed} problems={problems} />
        <form method="post" action={staffLink(props, '/staff/sign-in')} class="panel">
          <input type="hidden" name="next" value={next} />
          <p class="field">
            <label for="name">{w.name}</label>
            <input id="name" name="name" value={name} autocomplete="username" required maxlength={40} />
          </p>
          <p class="field">
            <label for="password">{w.password}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required />
          </p>
          <button type="submit" class="button">
            {w.submit}
          </button>
          <p class="quiet">{w.help}</p>
        </form>
      </main>
    </>
  );
}
