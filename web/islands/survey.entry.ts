// The survey page's script. Where something it needs is missing it stops here, and the plain form remains.
import './old-phones.ts';
import { startForm } from './form-session.ts';
import { byId, part } from './page-parts.ts';

startForm(
  part<HTMLFormElement>(byId('island-root'), 'form'),
  byId('parcel'),
  JSON.parse(byId('island-data').textContent as string),
);
