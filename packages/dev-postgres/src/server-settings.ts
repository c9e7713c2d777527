/** PostgreSQL settings by name, as in postgresql.conf. */
export type ServerSettings = Readonly<Record<string, string | number | boolean>>;

/** Tests only: a crash of the machine may lose or corrupt the cluster, a crash of PostgreSQL may not. */
export const fastButNotDurable: ServerSettings = {
  fsync: false,
  synchronous_commit: false,
  full_page_writes: false,
};

const required: ServerSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: false,
};

const durable: ServerSettings = { fsync: true, synchronous_commit: true, full_page_writes: true };

/** The command-line arguments that make `postgres` listen on 127.0.0.1 only, durable unless told otherwise. */
export function serverArguments(port: number, overrides: ServerSettings): string[] {
  return settingArguments({ ...durable, ...overrides, ...required, port });
}

/** Settings as command-line arguments of `postgres`. */
export function settingArguments(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${asText(value)}`]);
}

function asText(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return String(value);
}
