// What a member of staff sees when something cannot go on: why, and the way back. Also for somebody whose session ended
// while they were writing.
import { linkTo, type PageProps } from '../../parts/page-frame.tsx';
import { type ProblemLine, ProblemList, staffLink } from '../../parts/staff-frame.tsx';

export interface StaffNoticePageProps extends PageProps {
  readonly title: string;
  readonly body: string;
  readonly problems: readonly ProblemLine[];
  readonly signIn: boolean;
}

export function StaffNoticePage(props: StaffNoticePageProps) {
  const { lang, words, county, title, body, problems, signIn } = props;
  const w = words.staff;
  return (
    <>
      <header class="masthead">
        <div class="column">
          <a class="masthead-name" href={staffLink(props, '/staff')}>
            <b>{county[lang]}</b> <span>{w.service}</span>
          </a>
          <a href={linkTo(props, '/')}>{w.signIn.leadLink}</a>
        </div>
      </header>
      <main class="column door">
        <h1>{title}</h1>
        <p class="lead">{body}</p>
        <ProblemList title={words.failure.invalid.title} problems={problems} />
        <p>
          <a class="button" href={staffLink(props, signIn ? '/staff/sign-in' : '/staff')}>
            {signIn ? w.signIn.title : w.back}
          </a>
        </p>
      </main>
    </>
  );
}
