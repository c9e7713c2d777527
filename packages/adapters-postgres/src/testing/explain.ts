import { type Compilable, CompiledQuery, type Kysely, type RawBuilder } from "kysely";
import type { Database } from "../database.ts";

/** What running a query cost, in rows. */
export interface Explained {
  /** Tables that were read from end to end. */
  readonly scannedTables: readonly string[];
  /** Rows that tables and indexes gave, kept or not. */
  readonly rowsRead: number;
  /** The most rows that any sort took in. */
  readonly rowsSorted: number;
  /** The plan, to show when a test fails. */
  readonly plan: string;
}

/** Runs the query and tells how PostgreSQL answered it. */
export const explain = async (
  db: Kysely<Database>,
  query: RawBuilder<unknown> | Compilable,
): Promise<Explained> => {
  const { sql, parameters } = query.compile(db);
  const { rows } = await db.executeQuery<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    CompiledQuery.raw(`explain (analyze, costs off, timing off, buffers off, format json) ${sql}`, [
      ...parameters,
    ]),
  );
  const [explained] = rows.flatMap((row) => row["QUERY PLAN"]);
  if (explained === undefined) throw new Error("no plan came back");
  const nodes = flatten(explained.Plan);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    scannedTables: nodes
      .filter((node) => node["Node Type"] === "Seq Scan")
      .map((node) => node["Relation Name"] ?? ""),
    rowsRead: sum(nodes.filter((node) => node["Node Type"].includes("Scan")).map(rowsOf)),
    rowsSorted: Math.max(
      0,
      ...nodes
        .filter((node) => node["Node Type"].includes("Sort"))
        .map((node) => sum((node.Plans ?? []).map(rowsOf))),
    ),
    plan: JSON.stringify(explained.Plan, null, 1),
  };
};

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly PlanNode[];
}

const flatten = (node: PlanNode): readonly PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(flatten),
];

// PostgreSQL tells averages per loop.
const rowsOf = (node: PlanNode): number =>
  Math.round(
    node["Actual Loops"] *
      (node["Actual Rows"] +
        (node["Rows Removed by Filter"] ?? 0) +
        (node["Rows Removed by Index Recheck"] ?? 0)),
  );
