// For pages without a form: an answer that waits on this phone is sent from them too, also when its survey has closed
// meanwhile and the form is no longer served.
import './old-phones.ts';
import { startDelivery } from './delivery.ts';
import { byId } from './page-parts.ts';

const copied = JSON.parse(byId('island-data').textContent as string) as string;
const delivery = startDelivery(byId('parcel'), copied, show);

function show(): void {
  delivery.showOthers(delivery.items());
}

void delivery.load().then(() => {
  show();
  delivery.flush();
});
