// The options of a choice question, each with its people, their share of those who answered, and a bar of that share.
// Where several could be chosen, that base is said, since the shares add up to more than 100 %.
import type { ShownQuestion } from '#core/evaluation.ts';
import { fill } from '#core/lang.ts';
import { showPercent } from './rating-table.tsx';
import { type StaffPageProps, TableBox } from './staff-frame.tsx';

type Props = Pick<StaffPageProps, 'lang' | 'words'> & { readonly question: ShownQuestion };

export function OptionTable({ question, lang, words }: Props) {
  const w = words.staff.results;
  const { code, kind, cells, answered, blank, notAsked } = question;
  const base = fill(kind === 'choices' ? w.baseMany : kind === 'text' ? w.texts : w.base, {
    answered,
    blank,
    notAsked,
  });
  return (
    <section class="options">
      <h3>
        <span class="code">{code}</span> {question.words[lang]}
      </h3>
      <p class="quiet">{base}</p>
      {kind !== 'text' && (
        <TableBox label={question.words[lang]}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.option}</th>
                <th scope="col" class="n">
                  {w.people}
                </th>
                <th scope="col" class="n">
                  {w.share}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {cells.map(({ code, words: option, share }) => (
                <tr key={code}>
                  <th scope="row">{option[lang]}</th>
                  <td class="n">{share?.n ?? words.staff.hidden}</td>
                  <td class="n">{showPercent(share)}</td>
                  <td class="bar-cell">
                    {share && share.base > 0 && (
                      <svg class="bar" width="100%" height="10" aria-hidden="true">
                        <rect class="tone0" width={`${((share.n / share.base) * 100).toFixed(3)}%`} height="10" />
                      </svg>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </section>
  );
}
