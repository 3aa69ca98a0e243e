// What the build made for the browser, by name and by the path it is served under.
import assets from '#dist/assets.json' with { type: 'json' };

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}
const byName: Readonly<Record<string, Asset>> = assets;

export function asset(name: string): Asset {
  const found = byName[name];
  if (!found) throw new Error(`no asset ${name}: run npm run build`);
  return found;
}

export const assetAt = (path: string): Asset | undefined => Object.values(byName).find((a) => a.path === path);
