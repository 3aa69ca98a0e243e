// One page for whatever cannot go on: closed, not found, used, busy, our fault. It says what happened and what to do
// next, and when a form without script brought text, that text is on it: a failure never swallows what somebody wrote.

import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';
import { Undelivered } from '../parts/parcel-panel.tsx';

export interface NoticePageProps extends PageProps {
  readonly title: string;
  readonly body: string;
  /** What exactly was wrong, a sentence each. */
  readonly points?: readonly string[];
  readonly links?: readonly { readonly href: string; readonly text: string }[];
  readonly kept?: readonly { readonly label: string; readonly text: string }[];
}

export function NoticePage(props: NoticePageProps) {
  const { words, title, body, points = [], links = [], kept = [] } = props;
  const { notice } = words.citizen;
  return (
    <PageFrame {...props}>
      <div class="opening">
        <h1>{title}</h1>
        <p class="lead">{body}</p>
        {points.length > 0 && (
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
      </div>
      {kept.length > 0 && (
        <section>
          <h2>{notice.kept}</h2>
          <p>{notice.keptBody}</p>
          <dl class="letter">
            {kept.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p>
        {links.map(({ href, text }) => (
          <a class="button" href={href} key={href}>
            {text}
          </a>
        ))}
        <a href={linkTo(props, '/')}>{notice.home}</a>
      </p>
      <Undelivered words={words.citizen.form} />
    </PageFrame>
  );
}
