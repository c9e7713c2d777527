import type { Deadline, TenantId } from "@ordo/application";
import { BatchQueue } from "../batch/batch-queue.ts";
import { Overloaded } from "../batch/overloaded.ts";
import { patienceUntil } from "../batch/patience.ts";
import { checkOut } from "../connection/check-out.ts";
import { pipeline } from "../connection/pipeline.ts";
import { tenantSetting } from "../connection/tenant-setting.ts";
import { withConnection } from "../connection/with-connection.ts";
import type { OrdoDatabase } from "../database.ts";

/** Reads rows of tenant $1 by their ids. Prepared under its name. */
export interface FindStatement<Want> {
  readonly name: string;
  readonly text: string;
  /** The values from $2 on, for what is looked for at the same time. */
  readonly parametersOf: (wanted: readonly Want[]) => readonly Buffer[];
}

/** The rows that are looked for, by id; those that are not there are left out. */
export type FindRows<Want, Row> = (
  tenantId: TenantId,
  want: Want,
  deadline?: Deadline,
) => Promise<ReadonlyMap<string, Row>>;

interface Search<Want, Row> {
  readonly tenantId: TenantId;
  readonly want: Want;
  /** By `performance.now()`. */
  readonly deadline: number;
  readonly resolve: (rows: ReadonlyMap<string, Row>) => void;
  readonly reject: (error: unknown) => void;
}

/** Milliseconds after which a search that still waits for its turn is given up. */
const patienceMs = 10_000;

const items = {
  tenantOf: ({ tenantId }: Pick<Search<unknown, unknown>, "tenantId">) => tenantId,
  deadlineOf: ({ deadline }: Pick<Search<unknown, unknown>, "deadline">) => deadline,
  giveUp: ({ reject }: Pick<Search<unknown, unknown>, "reject">) =>
    reject(new Overloaded("the deadline of this search passed before its turn came")),
};

const limits = { lanes: 2, maxBatch: 64, maxQueued: 4_096 };

/**
 * Finds rows by id, those that are looked for at the same time in one statement. The answer may hold rows that
 * others looked for.
 */
export const makeRowFinder = <Want, Row extends { readonly id: string }>(
  database: OrdoDatabase,
  statement: FindStatement<Want>,
): FindRows<Want, Row> => {
  const queue = new BatchQueue<Search<Want, Row>>(
    async (searches) => {
      await findAll(database, statement, searches);
      return [];
    },
    items,
    limits,
  );
  return (tenantId, want, deadline) =>
    new Promise((resolve, reject) =>
      queue.add({
        tenantId,
        want,
        deadline: patienceUntil(deadline, patienceMs),
        resolve,
        reject,
      }),
    );
};

const findAll = async <Want, Row extends { readonly id: string }>(
  database: OrdoDatabase,
  statement: FindStatement<Want>,
  searches: readonly Search<Want, Row>[],
): Promise<void> => {
  try {
    const rows = await readRows(database, statement, searches);
    for (const { resolve } of searches) resolve(rows);
  } catch (error) {
    for (const { reject } of searches) reject(error);
  }
};

const readRows = async <Want, Row extends { readonly id: string }>(
  { pool }: OrdoDatabase,
  { name, text, parametersOf }: FindStatement<Want>,
  searches: readonly Search<Want, Row>[],
): Promise<ReadonlyMap<string, Row>> => {
  const [first] = searches;
  if (first === undefined) return new Map();
  const values = [first.tenantId, ...parametersOf(searches.map(({ want }) => want))];
  const client = await checkOut(pool, Math.max(...searches.map(({ deadline }) => deadline)));
  const [, result] = await withConnection(client, (connected) =>
    pipeline(connected, [tenantSetting(first.tenantId), { name, text, values }]),
  );
  const rows: readonly Row[] = result?.rows ?? [];
  return new Map(rows.map((row) => [row.id, row]));
};
