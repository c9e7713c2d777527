import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fulfillmentDiagram, orderDiagram } from "./diagram.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const between = (name: string): string | undefined =>
  readme.split(`<!-- ${name} -->`)[1]?.split("<!-- end -->")[0]?.trim();

describe("the README", () => {
  it.each([
    ["order diagram", orderDiagram()],
    ["fulfillment diagram", fulfillmentDiagram()],
  ])("shows the %s as the table has it", (name, diagram) => {
    expect(between(name)).toBe(diagram);
  });
});
