import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { barChart } from "./bar-chart.ts";
import { quick } from "./effort.ts";
import { median } from "./statistics.ts";

/** One kind of work, done by both sides in turn. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  /** A rate per round. */
  readonly baseline: readonly number[];
  readonly ordo: readonly number[];
  /** Microseconds of processor time that each took in all: client, server and database. */
  readonly cpu?: { readonly baseline: readonly number[]; readonly ordo: readonly number[] };
  /** What the ratio of the medians should be at least. */
  readonly target?: number;
  readonly note?: string;
}

/** One number that should not be larger than something. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  /** Of the value; none for a ratio. */
  readonly unit?: string;
  /** What it should be at most. */
  readonly target?: number;
  readonly note?: string;
}

export const ratioOf = ({ baseline, ordo }: Comparison): number => median(ordo) / median(baseline);

/** Prints the tables and the line of ratios, and keeps them as JSON and as a picture. */
export const report = (
  name: string,
  comparisons: readonly Comparison[],
  measures: readonly Measure[] = [],
): void => {
  if (comparisons.length > 0) console.table(comparisons.map(comparisonRow));
  if (measures.length > 0) console.table(measures.map(measureRow));
  if (!quick) keep(name, comparisons, measures);
  const ratios = [...comparisons.map(comparisonWords), ...measures.map(measureWords)];
  console.log(`ratios: ${ratios.join(" · ")}`);
};

const comparisonRow = (comparison: Comparison) => ({
  work: comparison.name,
  pgbench: `${median(comparison.baseline).toFixed(0)} ${comparison.unit}`,
  ordo: `${median(comparison.ordo).toFixed(0)} ${comparison.unit}`,
  ratio: ratioOf(comparison).toFixed(2),
  cpu: comparison.cpu ? cpuWords(comparison.cpu) : "",
  target: comparison.target === undefined ? "" : `≥ ${comparison.target.toFixed(1)}`,
  note: comparison.note ?? "",
});

/** By how much more work the same processor time would do. */
const cpuWords = ({ baseline, ordo }: NonNullable<Comparison["cpu"]>): string =>
  `${median(baseline).toFixed(0)} ÷ ${median(ordo).toFixed(0)} µs = ${(median(baseline) / median(ordo)).toFixed(2)}`;

const measureRow = (measure: Measure) => ({
  measure: measure.name,
  value: valueOf(measure),
  target: measure.target === undefined ? "" : `≤ ${String(measure.target)}`,
  note: measure.note ?? "",
});

const valueOf = ({ value, unit }: Measure): string =>
  unit === undefined ? value.toFixed(2) : `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;

const comparisonWords = (comparison: Comparison): string => {
  const { work, ratio, target, cpu } = comparisonRow(comparison);
  return `${work} ${ratio}${target && ` (${target})`}${cpu && `, by processor time ${cpu}`}`;
};

const measureWords = (measure: Measure): string => {
  const { value, target } = measureRow(measure);
  return `${measure.name} ${value}${target && ` (${target})`}`;
};

const keep = (
  name: string,
  comparisons: readonly Comparison[],
  measures: readonly Measure[],
): void => {
  const directory = new URL("../results/", import.meta.url);
  mkdirSync(directory, { recursive: true });
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  const results = { at: new Date().toISOString(), machine, comparisons, measures };
  writeFileSync(new URL(`${name}.json`, directory), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(
    new URL(`${name}.svg`, directory),
    barChart(name, comparisons, measures.map(measureWords)),
  );
};
