/** How long a benchmark measures. */
export interface Effort {
  /** Each side takes so many turns. */
  readonly rounds: number;
  /** Of each turn. */
  readonly seconds: number;
}

/** `--quick` tells in a minute whether a benchmark still works; its figures mean little. */
export const quick: boolean = process.argv.includes("--quick");

export const effort: Effort = quick ? { rounds: 2, seconds: 1 } : { rounds: 5, seconds: 4 };

/** Orders in the larger database of a benchmark: `BENCH_ORDERS`, or what the benchmark takes else. */
export const benchOrders = (preset: number): number => {
  const given = Number(process.env["BENCH_ORDERS"] ?? preset);
  if (!Number.isSafeInteger(given) || given < 1_000)
    throw new Error("BENCH_ORDERS must be an integer from 1000 on");
  return given;
};
