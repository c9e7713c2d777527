/** pnpm bench <name>: runs benchmarks/<name>.ts. */
const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z-]+$/.test(name)) throw new Error("usage: pnpm bench <name>");
await import(new URL(`${name}.ts`, import.meta.url).href);
export {};
