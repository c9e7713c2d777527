import { readFile } from "node:fs/promises";

export const superuser = "ordo";
export const defaultDatabase = "postgres";

/** A connection string for the cluster's superuser. */
export function connectionString(port: number, password: string): string {
  return `postgresql://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${defaultDatabase}`;
}

export async function readPassword(passwordFile: string): Promise<string> {
  return (await readFile(passwordFile, "utf8")).trim();
}
