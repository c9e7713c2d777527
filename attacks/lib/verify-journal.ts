import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Runs `ordo verify`: does every order still agree with its events? */
export const verifyJournal = async (databaseUrl: string): Promise<boolean> => {
  const ordo = fileURLToPath(new URL("../../packages/server/src/cli/ordo.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@ordo/source", ordo, "verify"], {
    env: { DATABASE_URL: databaseUrl },
    stdio: ["ignore", "inherit", "inherit"],
  });
  await once(child, "exit");
  return child.exitCode === 0;
};
