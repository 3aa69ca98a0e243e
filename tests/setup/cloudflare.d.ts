// The modules that exist only inside workerd, as far as the tests use them. Cloudflare's own declarations would bring
// global types that contradict those of the DOM and of Node.

declare module 'cloudflare:workers' {
  interface Env {
    readonly DB: import('#worker/d1.ts').D1;
    readonly SECRET: string;
    readonly BASE_PATH: string;
    readonly DATA_RESIDENCY: string;
    readonly TEST_MIGRATIONS: import('@cloudflare/vitest-plugin').D1Migration[];
  }
  export const env: Env;
  /** The worker under test, through its front door. */
  export const exports: {
    readonly default: { fetch(request: Request | string, init?: RequestInit): Promise<Response> };
  };
}

declare module 'cloudflare:test' {
  export function applyD1Migrations(
    d1: import('#worker/d1.ts').D1,
    migrations: import('@cloudflare/vitest-plugin').D1Migration[],
  ): Promise<void>;
}
