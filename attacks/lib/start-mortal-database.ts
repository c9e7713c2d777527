import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@ordo/dev-postgres";
import { startRelay } from "./start-relay.ts";

/** A durable PostgreSQL at an address that outlives it. */
export const startMortalDatabase = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "ordo-crash-"));
  let postgres = await startEmbeddedPostgres({ dataDir });
  const relay = await startRelay(() => postgres.port);
  const at = new URL(postgres.url);
  at.port = String(relay.port);
  return {
    url: at.href,
    /** SIGKILL for the postmaster; its sessions end when they notice. Then it is started again. */
    killPostmaster: async (): Promise<void> => {
      process.kill(postgres.pid, "SIGKILL");
      await postgres.ended;
      await postgres.stop();
      postgres = await startEmbeddedPostgres({ dataDir });
    },
    /** SIGKILL for one busy session; the postmaster then ends all others and recovers by itself. */
    killBackend: async (): Promise<void> => {
      const [victim] = await childrenOf(postgres.pid, /postgres: .*127\.0\.0\.1/);
      if (victim === undefined) throw new Error("PostgreSQL serves nobody");
      process.kill(victim, "SIGKILL");
    },
    stop: async (): Promise<void> => {
      await relay.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const childrenOf = async (parent: number, title: RegExp): Promise<readonly number[]> => {
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, "utf8");
  const pids = children.trim().split(" ").map(Number);
  const titles = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")),
  );
  return pids.filter((_, index) => title.test(titles[index] ?? ""));
};
