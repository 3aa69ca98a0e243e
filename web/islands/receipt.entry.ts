// The receipt page's script: copy the receipt, keep it as a picture, and show whoever just sent the answer their
// withdrawal code. The code came behind the # of the address, which reached no server; it is taken out of the address
// at once, because addresses are shared.
import type { ReceiptData } from '../parts/receipt-data.ts';
import { copyText } from './copy-text.ts';
import { receiptPages } from './draft.ts';
import { byId, part, parts } from './page-parts.ts';
import { drawReceipt } from './receipt-picture.ts';

const data = JSON.parse(byId('island-data').textContent as string) as ReceiptData;
const codePattern = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/;
const code = takeCode();

for (const button of parts(document.body, '[data-press][hidden]')) button.hidden = false;
if (code && document.getElementById('withdrawal')) showCode(code);

document.addEventListener('click', ({ target }) => {
  const button = target as HTMLElement;
  const { press } = button.dataset;
  if (press === 'save') showPicture();
  if ((press === 'copy' && copyText(letter())) || (press === 'copy-code' && copyText(code)))
    button.textContent = data.copied;
});

/** From the address, else from what this phone noted when the answer was acknowledged. */
function takeCode(): string {
  const { hash, pathname, search } = location;
  const noted = receiptPages().find((page) => data.address.endsWith(page.replace(/[?#].*/, ''))) || '';
  const [own = ''] = codePattern.exec(hash) || [];
  if (own) history.replaceState(null, '', pathname + search);
  const [kept = ''] = codePattern.exec(noted) || [];
  return own || kept;
}

function showCode(own: string): void {
  byId('in-address').hidden = true;
  byId('own-code').hidden = false;
  part(byId('own-code'), 'b').textContent = own;
  const box = byId('code') as HTMLInputElement;
  box.value = box.value || own;
}

function letter(): string {
  const { above, title, below, numberLabel, number, address } = data;
  return [above, title, ...below, `${numberLabel} ${number}`, address].join('\n');
}

/** As an image on the page: a long press saves it where an in-app browser knows no downloads. */
function showPicture(): void {
  const place = byId('picture');
  const image = part<HTMLImageElement>(place, 'img');
  image.src = drawReceipt(data, part(document.body, '.qr').querySelector('path') as SVGPathElement);
  image.alt = letter();
  const link = part<HTMLAnchorElement>(place, 'a');
  link.href = image.src;
  link.download = `${data.number}.png`;
  place.hidden = false;
  part(place, '[role=status]').textContent = data.saved;
  place.scrollIntoView({ block: 'nearest' });
}
