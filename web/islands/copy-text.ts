// Copies text to the clipboard the old way, which also works in in-app browsers and where the page is not https. False
// when the phone refuses; the text stays on the page to be copied by hand.

export function copyText(text: string): boolean {
  const box = document.body.appendChild(document.createElement('textarea'));
  box.value = text;
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  return copied;
}
