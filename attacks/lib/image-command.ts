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
export const imageCommand = (): ImageCommand => {
  const dockerfile = readFileSync(new URL("Dockerfile", root), "utf8");
  const entrypoint = /^ENTRYPOINT \["node", (.+)\]$/m.exec(dockerfile)?.[1] ?? "";
  const args = [...entrypoint.matchAll(/"([^"]+)"/g)].flatMap(([, argument]) => argument ?? []);
  if (args.at(-1) !== program)
    throw new Error(`the Dockerfile's ENTRYPOINT is not node … ${program}: bring the two together`);
  return {
    args: [...args.slice(0, -1), fileURLToPath(new URL(program, root)), "serve"],
    environment: { MALLOC_ARENA_MAX: /\bMALLOC_ARENA_MAX=(\d+)/.exec(dockerfile)?.[1] ?? "" },
  };
};
