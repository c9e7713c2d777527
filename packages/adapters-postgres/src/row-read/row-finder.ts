import type { TenantId } from "@ordo/application";
import { BatchQueue } from "../batch/batch-queue.ts";
import { binaryArray } from "../batch/binary-array.ts";
import { pipeline } from "../connection/pipeline.ts";
import { tenantSetting } from "../connection/tenant-setting.ts";
import { withConnection } from "../connection/with-connection.ts";
import type { OrdoDatabase } from "../database.ts";

/** Reads the rows of tenant $1 whose id is one of $2, a `uuid[]`. Prepared under its name. */
export interface FindStatement {
  readonly name: string;
  readonly text: string;
}

/** The rows with these ids, by id; those that are not there are left out. */
export type FindRows<Row> = (
  tenantId: TenantId,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, Row>>;

interface Search<Row> {
  readonly tenantId: TenantId;
  readonly ids: readonly string[];
  readonly resolve: (rows: ReadonlyMap<string, Row>) => void;
  readonly reject: (error: unknown) => void;
}

const limits = { lanes: 2, maxBatch: 64, maxQueued: 4_096 };

/**
 * Finds rows by id, those that are looked for at the same time in one statement. The answer may hold rows that
 * others looked for.
 */
export const makeRowFinder = <Row extends { readonly id: string }>(
  database: OrdoDatabase,
  statement: FindStatement,
): FindRows<Row> => {
  const queue = new BatchQueue<Search<Row>>(
    async (searches) => {
      await findAll(database, statement, searches);
      return [];
    },
    ({ tenantId }) => tenantId,
    limits,
  );
  return (tenantId, ids) =>
    new Promise((resolve, reject) => queue.add({ tenantId, ids, resolve, reject }));
};

const findAll = async <Row extends { readonly id: string }>(
  database: OrdoDatabase,
  statement: FindStatement,
  searches: readonly Search<Row>[],
): Promise<void> => {
  try {
    const rows = await readRows(database, statement, searches);
    for (const { resolve } of searches) resolve(rows);
  } catch (error) {
    for (const { reject } of searches) reject(error);
  }
};

const readRows = async <Row extends { readonly id: string }>(
  { pool }: OrdoDatabase,
  statement: FindStatement,
  searches: readonly Search<Row>[],
): Promise<ReadonlyMap<string, Row>> => {
  const [first] = searches;
  if (first === undefined) return new Map();
  const ids = [...new Set(searches.flatMap(({ ids: wanted }) => wanted))];
  const find = { ...statement, values: [first.tenantId, binaryArray("uuid", ids)] };
  const [, result] = await withConnection(await pool.connect(), (client) =>
    pipeline(client, [tenantSetting(first.tenantId), find]),
  );
  const rows: readonly Row[] = result?.rows ?? [];
  return new Map(rows.map((row) => [row.id, row]));
};
