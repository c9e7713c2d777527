/** The environment of the server programs: ours, without what libpq and initdb would take as defaults. */
export function serverEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith("PG") && !name.startsWith("LC_") && !name.startsWith("LD_"),
  );
  return { ...Object.fromEntries(kept), LANG: "C", LC_ALL: "C" };
}
