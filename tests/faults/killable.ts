// An instance whose runtime can be killed the way the kernel does it: SIGKILL to the workerd process that this very call
// started, and to no other.
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Embedded, EmbeddedOptions } from '#scripts/embedded.ts';
import { openInstance, type State } from '#scripts/instance.ts';

export interface Killable extends Embedded {
  /** The process is gone when it resolves; nothing it had in memory was written. */
  kill(): Promise<void>;
}

export async function openKillable(state: State, options: Pick<EmbeddedOptions, 'script'> = {}): Promise<Killable> {
  const started: ChildProcess[] = [];
  const notice = (message: unknown): void => {
    started.push((message as { process: ChildProcess }).process);
  };
  subscribe('child_process', notice);
  try {
    const instance = await openInstance(state, options);
    const runtime = started.find(({ spawnfile }) => /workerd/.test(spawnfile));
    if (!runtime) throw new Error('no workerd among the started processes');
    const kill = async (): Promise<void> => {
      const gone = once(runtime, 'exit');
      runtime.kill('SIGKILL');
      await gone;
      await instance.dispose();
    };
    return { ...instance, kill };
  } finally {
    unsubscribe('child_process', notice);
  }
}
