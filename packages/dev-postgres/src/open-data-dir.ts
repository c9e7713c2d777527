import { access, constants, realpath, stat } from "node:fs/promises";
import { type DataDir, dataDirAt } from "./data-dir.ts";
import { DevPostgresError } from "./dev-postgres-error.ts";
import { hasCode } from "./has-code.ts";
import { makeDirectory } from "./make-directory.ts";
import type { Account } from "./privileges/account.ts";
import { currentAccount } from "./privileges/current-account.ts";
import { unprivilegedAccount } from "./privileges/unprivileged-account.ts";

/** A data directory this process may use, and the account its server runs under. */
export interface OpenDataDir {
  readonly dir: DataDir;
  readonly account: Account;
  readonly initialised: boolean;
}

/** Creates the directory if need be and makes sure that its files are ours to use. */
export async function openDataDir(path: string): Promise<OpenDataDir> {
  await writable(path);
  const dir = dataDirAt(await realpath(path));
  const self = currentAccount();
  const owner = await ownerOf(dir.instance);
  if (self.uid === 0) {
    const account = owner === undefined || owner.uid === 0 ? await unprivilegedAccount() : owner;
    return { dir, account, initialised: owner !== undefined };
  }
  if (owner !== undefined && owner.uid !== self.uid) throw madeBySomeoneElse(dir.root, owner.uid);
  return { dir, account: self, initialised: owner !== undefined };
}

async function writable(path: string): Promise<void> {
  try {
    await makeDirectory(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    if (hasCode(cause, "ENOTDIR", "EEXIST"))
      throw new DevPostgresError(
        `${path} cannot be a data directory: a file is in its place. Set ORDO_DATA_DIR to a directory.`,
        { cause },
      );
    if (hasCode(cause, "ENOENT"))
      throw new DevPostgresError(
        `${path} cannot be made: its file system makes no directories. Set ORDO_DATA_DIR to another.`,
        { cause },
      );
    if (!hasCode(cause, "EACCES", "EPERM", "EROFS")) throw cause;
    const owner = await ownerOf(path).catch(() => undefined);
    throw madeBySomeoneElse(path, owner?.uid, cause);
  }
}

async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function madeBySomeoneElse(path: string, uid?: number, cause?: unknown): DevPostgresError {
  const whose =
    uid === undefined ? "another user" : uid === 0 ? "root" : `the user with uid ${String(uid)}`;
  return new DevPostgresError(
    `The data directory ${path} cannot be used by this user: it belongs to ${whose}. ` +
      "Start as that user, remove the directory, or set ORDO_DATA_DIR to a directory of your own.",
    { cause },
  );
}
