import type { Account } from "./account.ts";

/** The account of this process. Not os.userInfo(), which fails for a user that has no entry in the password file. */
export function currentAccount(): Account {
  const uid = process.geteuid?.();
  const gid = process.getegid?.();
  if (uid === undefined || gid === undefined) throw new Error("this platform has no user ids");
  return { uid, gid };
}
