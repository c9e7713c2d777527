import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { barChart } from "./bar-chart.ts";
import { median } from "./statistics.ts";

/** One kind of work, done by both sides in turn. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  /** A rate per round. */
  readonly baseline: readonly number[];
  readonly ordo: readonly number[];
  /** What the ratio of the medians should be at least. */
  readonly target?: number;
  readonly note?: string;
}

export const ratioOf = ({ baseline, ordo }: Comparison): number => median(ordo) / median(baseline);

/** Prints the table and the line of ratios, and keeps them as JSON and as a picture. */
export const report = (name: string, comparisons: readonly Comparison[]): void => {
  const rows = comparisons.map((comparison) => ({
    work: comparison.name,
    pgbench: `${median(comparison.baseline).toFixed(0)} ${comparison.unit}`,
    ordo: `${median(comparison.ordo).toFixed(0)} ${comparison.unit}`,
    ratio: ratioOf(comparison).toFixed(2),
    target: comparison.target?.toFixed(1) ?? "",
    note: comparison.note ?? "",
  }));
  console.table(rows);
  const directory = new URL("../results/", import.meta.url);
  mkdirSync(directory, { recursive: true });
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  writeFileSync(
    new URL(`${name}.json`, directory),
    `${JSON.stringify({ at: new Date().toISOString(), machine, comparisons }, null, 2)}\n`,
  );
  writeFileSync(new URL(`${name}.svg`, directory), barChart(name, comparisons));
  const ratios = rows.map(
    ({ work, ratio, target }) => `${work} ${ratio}${target && ` (≥ ${target})`}`,
  );
  console.log(`ratios: ${ratios.join(" · ")}`);
};
