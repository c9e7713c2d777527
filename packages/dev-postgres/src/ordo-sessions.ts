import { withClient } from "./with-client.ts";

/** The sessions of other Ordo processes, described for a message. */
export function ordoSessions(url: string): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string; pid: number; client_port: number }>(
      `SELECT application_name AS name, pid, client_port
         FROM pg_stat_activity
        WHERE application_name LIKE 'ordo%' AND pid <> pg_backend_pid()
        ORDER BY pid`,
    );
    return rows.map(
      ({ name, pid, client_port }) =>
        `${name} from port ${String(client_port)} (session ${String(pid)})`,
    );
  });
}
