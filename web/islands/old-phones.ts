// What engines from Chrome 61 on lack and our rules use. Syntax is lowered by the build; these are library functions,
// which it does not touch. Imported first.

const lend = (owner: object, name: string, value: (...given: never[]) => unknown): void => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value });
};

// Not by hasOwnProperty: the linter rewrites that into a call of itself.
lend(Object, 'hasOwn', (object: object, key: string) => Object.getOwnPropertyDescriptor(object, key) !== undefined);

lend(Object, 'fromEntries', (entries: Iterable<[string, unknown]>) => {
  const object: Record<string, unknown> = {};
  for (const [key, value] of entries) object[key] = value;
  return object;
});

lend(Array.prototype, 'flatMap', function (this: unknown[], map: (value: unknown) => never) {
  return ([] as unknown[]).concat(...this.map(map));
});
