// Reads the question aloud with a voice that is on the phone itself: a voice from the network would tell its maker who reads
// what. Without one the button stays away. Silent as soon as the question or the page is left.
import { parts } from './page-parts.ts';

export interface Reader {
  /** The question that is shown now, if any. */
  at(question?: HTMLElement): void;
}

export function startReader(button: HTMLElement): Reader {
  const speech: SpeechSynthesis | undefined = window.speechSynthesis;
  const { lang } = document.documentElement;
  const invitation = button.textContent;
  let shown: HTMLElement | undefined;
  let reading: SpeechSynthesisUtterance | undefined;

  const offer = (): void => {
    button.hidden = !shown || !voiceOf(speech, lang);
  };

  function stop(): void {
    reading = undefined;
    button.textContent = invitation;
    if (speech) speech.cancel();
  }

  function read(question: HTMLElement): void {
    const lines = parts(question, '.asked, .hint, label:not(.asked)').map(({ textContent }) => textContent as string);
    for (const line of lines) {
      const utterance = new SpeechSynthesisUtterance(line);
      utterance.lang = lang;
      utterance.voice = voiceOf(speech, lang) || null;
      utterance.rate = 0.9;
      utterance.onend = () => {
        if (reading === utterance) stop();
      };
      reading = utterance;
      (speech as SpeechSynthesis).speak(utterance);
    }
    button.textContent = button.dataset.quiet as string;
  }

  if (speech) {
    // Voices are often known only some time after the page.
    speech.onvoiceschanged = offer;
    button.addEventListener('click', () => {
      if (reading) stop();
      else if (shown) read(shown);
    });
    addEventListener('pagehide', stop);
    addEventListener('visibilitychange', stop, true);
  }
  return {
    at(question) {
      stop();
      shown = question;
      if (question) (question.querySelector('.asked') as Element).after(button);
      offer();
    },
  };
}

function voiceOf(speech: SpeechSynthesis | undefined, lang: string): SpeechSynthesisVoice | undefined {
  const local = speech ? speech.getVoices().filter(({ localService }) => localService) : [];
  const spoken = (voice: SpeechSynthesisVoice): string => voice.lang.replace('_', '-').toLowerCase();
  const wanted = lang.toLowerCase();
  // zh-HK is Cantonese: better than silence, worse than zh-CN.
  return (
    local.find((voice) => spoken(voice) === wanted) ||
    local.find((voice) => spoken(voice).slice(0, 2) === wanted.slice(0, 2))
  );
}
