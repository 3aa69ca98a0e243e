// What the survey is not, and where that is dealt with: complaint, administrative review, suit. Each with its occasion, its
// way and its basis, so that nobody lets a time limit pass because they answered here.
import { fill } from '#core/lang.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';

export function RemediesPage(props: PageProps) {
  const { lang, words, county } = props;
  const w = words.citizen.remedies;
  const ways = [
    {
      name: w.complaint,
      when: w.complaintWhen,
      how: [fill(w.complaintWhere, { county: county[lang] })],
      basis: w.complaintBasis,
    },
    { name: w.review, when: w.reviewWhen, how: [w.reviewFirst, w.reviewWhere], basis: w.reviewBasis },
    { name: w.suit, when: w.suitWhen, how: [w.suitWhere], basis: w.suitBasis },
  ];
  return (
    <PageFrame {...props}>
      <div class="opening">
        <h1>{w.title}</h1>
        <p class="lead">{w.lead}</p>
        <p class="lead">{w.letter}</p>
      </div>
      {ways.map(({ name, when, how, basis }) => (
        <section class="card" key={name}>
          <h2>{name}</h2>
          <dl>
            <dt class="lead">{w.when}</dt>
            <dd>{when}</dd>
            <dt class="lead">{w.where}</dt>
            {how.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
            <dt class="lead">{w.basis}</dt>
            <dd>{basis}</dd>
          </dl>
        </section>
      ))}
      <p class="quiet">{w.note}</p>
      <p>
        <a href={linkTo(props, '/')}>{words.citizen.notice.home}</a>
      </p>
    </PageFrame>
  );
}
