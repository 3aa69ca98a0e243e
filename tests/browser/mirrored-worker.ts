// The app with English turned into a pseudo-language that runs from right to left: what a real one would need is thereby
// proved without shipping one. Bundled in place of worker/index.ts.
import { en } from '#core/text/en.ts';
import { mirroredWords } from '#tests/world/mirrored.ts';

Object.assign(en, mirroredWords(en));

export { default } from '#worker/index.ts';
