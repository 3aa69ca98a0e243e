// What every request carries through the app.
import type { Lang } from '#core/lang.ts';
import type { Words } from '#core/text.ts';
import type { View } from '#core/view.ts';
import type { Catalogue } from './catalogue.ts';
import type { Host } from './host.ts';
import type { Sheets } from './sheets.ts';

export interface AppEnv {
  Variables: {
    /** The host with this request's deadline on its database. */
    host: Host;
    lang: Lang;
    words: Words;
    sheets: Sheets;
    view: View;
    catalogue: () => Promise<Catalogue>;
    /** Logs a bug and returns the id it was logged under. */
    reportBug: (error: unknown) => string;
  };
}
