// Brings dist/ up to date before tests that serve the built worker.
import { build } from '#scripts/build.ts';

export default async function (): Promise<void> {
  await build();
}
