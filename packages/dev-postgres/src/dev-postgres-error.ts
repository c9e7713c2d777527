/** A failure of the development database that its user can act on; the message says how. */
export class DevPostgresError extends Error {
  override readonly name: string = "DevPostgresError";
}

/** Another process uses the data directory. */
export class DataDirInUseError extends DevPostgresError {}
