import { expect, test } from "vitest";
import { createPool, defaultTimeouts } from "./pool.ts";

const options = { url: "postgresql://127.0.0.1:1/nowhere", max: 1 };

test("a pool connects only when it is used", async () => {
  const pool = createPool(options);
  expect(pool.totalCount).toBe(0);
  await pool.end();
});

test.each([{ statement: defaultTimeouts.query }, { lock: defaultTimeouts.statement }, { lock: 0 }])(
  "timeouts out of order are a programmer's error: %o",
  (timeouts) => {
    expect(() => createPool({ ...options, timeouts })).toThrow(RangeError);
  },
);
