// The script of the form in 长辈版: the form's own, and what only this view has. The plain view never loads it.
import './survey.entry.ts';
import { byId, part } from './page-parts.ts';
import { startPager } from './pager.ts';
import { startReader } from './reader.ts';
import { startTextSize } from './text-size.ts';

const form = part<HTMLFormElement>(byId('island-root'), 'form');
const reader = startReader(byId('read'));
startTextSize(form);
startPager(form, reader.at);
