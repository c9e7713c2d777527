import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../environment.mjs";

const publicUrl = "http://127.0.0.1:3000";
const publicDataDir = ".ordo/";

/**
 * The README's own curl command, pointed at a server on another port with its data elsewhere: the two
 * things in it that a smoke test must not share with whatever else runs on the machine.
 */
export function readmeCurl(url, dataDir) {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const command = /^```sh\n(curl [\s\S]*?)\n```$/m.exec(readme)?.[1];
  if (!command?.includes(publicUrl) || !command.includes(publicDataDir))
    throw new Error(
      `README.md has no curl command for ${publicUrl} with a token in ${publicDataDir}`,
    );
  return command.replace(publicUrl, url).replace(publicDataDir, `${dataDir}/`);
}
