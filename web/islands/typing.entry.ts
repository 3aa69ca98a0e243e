// Fetched when somebody begins to write (form-session.ts), never needed to answer: says under a text, in the page's
// language, which personal data was seen in it and that it will be masked. It stops nobody and changes nothing typed.
import { fill } from '#core/lang.ts';
import { findPersonalData, personalMarkers } from '#core/personal-data.ts';
import { typingIn } from '#core/text/typing.ts';
import { say } from './page-parts.ts';

/** So that a number is judged when it is whole, and a screen reader is not told of it at every digit. */
const pauseMs = 500;
const words = typingIn(document.documentElement.lang);

for (const box of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('form textarea, form [type=text]'))
  watch(box);

function watch(box: HTMLTextAreaElement | HTMLInputElement): void {
  const remark = document.createElement('p');
  remark.setAttribute('role', 'status');
  box.after(remark);
  let timer = 0;
  const look = () => {
    say(remark, remarkOn(box.value));
    remark.className = remark.textContent ? 'guidance' : '';
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, pauseMs);
  });
  look();
}

function remarkOn(text: string): string {
  const kinds = [...new Set(findPersonalData(text).map(({ kind }) => kind))];
  const found = kinds.map((kind) => words.kind[kind]).join(words.and);
  return kinds[0] ? fill(words.found, { found, marker: personalMarkers[kinds[0]] }) : '';
}
