// A check's outcome as plain text, to be pasted into a message or a memo: the same lines in the same order as on the page.
import { fill } from '#core/lang.ts';
import { type CheckProps, readingLines, ruleName, tallyLine } from './check-outcome.tsx';

export function checkText(props: CheckProps): string {
  const { words: w, name, result } = props;
  const findings = result.findings.map(({ severity, rule, message, quote, repairs = [] }, i) =>
    [
      `${i + 1}. ${fill(w.graded, { severity: w.severity[severity] })}${ruleName(w, rule)} ${rule}`,
      message,
      ...(quote === '' ? [] : [`${w.quote}${quote}`]),
      ...repairs.map((repair) => `→ ${repair}`),
    ].join('\n   '),
  );
  return [
    fill(w.outcome, { name }),
    tallyLine(props) || w.clean,
    '',
    ...readingLines(props).map((line) => line.join(': ')),
    ...findings.map((finding) => `\n${finding}`),
    '',
  ].join('\n');
}
