import { join } from "node:path";

/** Where everything lies inside a data directory. */
export interface DataDir {
  readonly root: string;
  /** Appears complete or not at all: initialised elsewhere, then renamed. */
  readonly instance: string;
  /** PGDATA. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly postmasterFile: string;
  readonly logFile: string;
  readonly lockFile: string;
}

export const instancePaths = (instance: string) => ({
  instance,
  cluster: join(instance, "cluster"),
  passwordFile: join(instance, "password"),
});

/** The layout of a data directory. `root` must be a real path: the server is recognised by it. */
export function dataDirAt(root: string): DataDir {
  const paths = instancePaths(join(root, "instance"));
  return {
    root,
    ...paths,
    postmasterFile: join(paths.cluster, "postmaster.pid"),
    logFile: join(root, "postgres.log"),
    lockFile: join(root, "owner.json"),
  };
}
