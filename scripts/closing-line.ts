// A vitest reporter that ends the run with `N passed, N failed, N skipped`, alone on the last line, counted from the
// results themselves. A file that cannot be loaded and an error outside any test count as failed: a run that proved
// nothing must not read as green. Tests never reached (an interrupted run) are failures too.

import type { Reporter, TestModule } from 'vitest/node';

export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((each) => each === state).length;
    const unloadable = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + count('pending') + unloadable + unhandledErrors.length;
    const line = `${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`;
    // The default reporter and vitest itself still have something to say after this hook.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
