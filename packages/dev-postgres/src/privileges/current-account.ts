import { userInfo } from "node:os";
import type { Account } from "./account.ts";

/** The account of this process. */
export function currentAccount(): Account {
  const { uid, gid } = userInfo();
  return { uid, gid };
}
