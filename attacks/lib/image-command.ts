import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** How the image starts a server: the arguments for Node, and what the image sets for its memory. */
export interface ImageCommand {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const root = new URL("../../", import.meta.url);
const program = "packages/server/dist/bundle/ordo.mjs";

/** Read from the Dockerfile, so that what is measured is what runs. */
export const imageCommand = (
  dockerfile: string = readFileSync(new URL("Dockerfile", root), "utf8"),
): ImageCommand => {
  const entrypoint = /^ENTRYPOINT \["node", (.+)\]$/m.exec(dockerfile)?.[1] ?? "";
  const args = [...entrypoint.matchAll(/"([^"]+)"/g)].flatMap(([, argument]) => argument ?? []);
  if (args.at(-1) !== program) throw new Error(`the Dockerfile does not start ${program}`);
  return {
    args: [...args.slice(0, -1), fileURLToPath(new URL(program, root)), "serve"],
    environment: Object.fromEntries(
      [...dockerfile.matchAll(/\b(MALLOC_ARENA_MAX|NODE_OPTIONS)=(\S+)/g)].map(
        ([, name = "", value = ""]) => [name, value],
      ),
    ),
  };
};
