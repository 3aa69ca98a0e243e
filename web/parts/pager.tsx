// Turns the questions one by one in 长辈版. Hidden until the script wakes: without it the whole form is on the page. What is
// true at each step is here from the start (`data-at`, see islands/pager.ts).
import type { Words } from '#core/text.ts';

export const Pager = ({ words }: { words: Words['citizen']['view'] }) => (
  <div class="pager" id="pager" hidden>
    <p data-at="question" data-left={words.left} />
    <p data-at="last">{words.last}</p>
    <button type="button" class="button away" data-turn="back" data-at="question last finish">
      {words.back}
    </button>
    <button type="button" class="button" data-turn="next" data-at="intro">
      {words.begin}
    </button>
    <button type="button" class="button" data-turn="next" data-at="question">
      {words.next}
    </button>
    <button type="button" class="button" data-turn="next" data-at="last">
      {words.end}
    </button>
    <button type="button" class="plain" data-turn="end" data-at="question">
      {words.toEnd}
    </button>
    <button type="button" class="button away" id="read" data-quiet={words.quiet} hidden>
      {words.read}
    </button>
  </div>
);
