import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, first = ""]) => first);

const rules = read("deploy/prometheus/alerts.yaml");
const alerts = found(rules, /- alert: (\w+)/g);

test("asks only for metrics that Ordo serves", () => {
  // A spec holds this page to the source.
  const served = new Set(found(read("docs/operations/metrics.md"), /^\| `(ordo_\w+)`/gm));
  const asked = found(rules, /\b(ordo_\w+)/g);
  expect(asked.length).toBeGreaterThanOrEqual(alerts.length);
  expect(asked.filter((name) => !served.has(name))).toEqual([]);
});

test("gives every alert a runbook of its own, with its name", () => {
  const runbooks = found(rules, /runbook_url: (\S+)/g);
  expect(runbooks).toHaveLength(alerts.length);
  const titles = runbooks.map((path) =>
    existsSync(new URL(`../../${path}`, import.meta.url)) ? read(path).split("\n")[0] : path,
  );
  expect(titles).toEqual(alerts.map((name) => `# ${name}`));
});

test("tries every alert, firing and silent", () => {
  const tried = found(read("deploy/prometheus/alerts.test.yaml"), /alertname: (\w+)/g);
  expect(tried.toSorted()).toEqual([...alerts, ...alerts].toSorted());
});
