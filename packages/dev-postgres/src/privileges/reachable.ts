import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Account } from "./account.ts";

/** Whether the account may enter every directory above the path and read and execute the path itself. */
export async function isReachableBy(account: Account, path: string): Promise<boolean> {
  if (!(await grants(account, path, 0o5))) return false;
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    if (!(await grants(account, dir, 0o1))) return false;
    if (dir === dirname(dir)) return true;
  }
}

async function grants(account: Account, path: string, wanted: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
