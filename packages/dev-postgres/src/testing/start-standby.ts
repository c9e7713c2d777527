import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFile, chmod, chown, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { dataDirAt } from "../data-dir.ts";
import type { ServerSettings } from "../server-settings.ts";
import { startEmbeddedPostgres } from "../start-embedded-postgres.ts";
import { withClient } from "../with-client.ts";
import { cleanUpAfterUs } from "./clean-up-after-us.ts";
import type { EmbeddedTestServer } from "./start-embedded-test-server.ts";

const run = promisify(execFile);

/** A running embedded server, and where its data lies. */
type Primary = Pick<EmbeddedTestServer, "url" | "dataDir">;

/**
 * A hot standby that streams from an embedded server. The embedded binaries have no pg_basebackup, so this is
 * the low-level backup (PostgreSQL manual, 25.3.3). A slot keeps what the standby has not read yet.
 *
 * @param settings as the primary's: a standby allows at least as many connections
 */
export async function startStandby(
  primary: Primary,
  settings: ServerSettings = {},
): Promise<EmbeddedTestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "ordo-standby-"));
  // Run as root, the server's own user has to pass through.
  await chmod(dataDir, 0o711);
  await copyCluster(primary, dataDir);
  const server = await startEmbeddedPostgres({ dataDir, settings });
  const callOff = cleanUpAfterUs(server.pid, dataDir);
  return {
    url: withPortOf(server.url, primary.url),
    pid: server.pid,
    dataDir,
    description: "an embedded hot standby",
    stop: async () => {
      callOff();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function copyCluster(primary: Primary, dataDir: string): Promise<void> {
  const slot = `standby_${randomBytes(4).toString("hex")}`;
  const from = dataDirAt(primary.dataDir);
  const to = dataDirAt(dataDir);
  await withClient(primary.url, async (client) => {
    await client.query("select pg_create_physical_replication_slot($1, true)", [slot]);
    await client.query("select pg_backup_start($1, fast => true)", [slot]);
    // Keeps owners and modes, which PostgreSQL insists on.
    await run("cp", ["-a", from.instance, to.instance]);
    const { rows } = await client.query<{ labelfile: string }>(
      "select labelfile from pg_backup_stop(wait_for_archive => false)",
    );
    await owned(join(to.cluster, "backup_label"), rows[0]?.labelfile ?? "");
  });
  for (const left of ["postmaster.pid", "postmaster.opts"])
    await rm(join(to.cluster, left), { force: true });
  await owned(join(to.cluster, "standby.signal"), "");
  const { hostname, port, username, password } = new URL(primary.url);
  await appendFile(
    join(to.cluster, "postgresql.auto.conf"),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${decodeURIComponent(password)}'\n` +
      `primary_slot_name = '${slot}'\n`,
  );
}

/** Writes a file of the cluster's, which belongs to whom the cluster belongs to. */
async function owned(path: string, content: string): Promise<void> {
  await writeFile(path, content, { mode: 0o600 });
  const { uid, gid } = await stat(join(path, ".."));
  await chown(path, uid, gid);
}

/** The same database as the primary's URL names, on the standby. */
function withPortOf(standbyUrl: string, primaryUrl: string): string {
  const url = new URL(primaryUrl);
  url.port = new URL(standbyUrl).port;
  return url.href;
}
