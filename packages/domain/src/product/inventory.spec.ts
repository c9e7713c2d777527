import { expect, it } from "vitest";
import { available } from "./inventory.ts";

it("lets a new order claim what is on hand and not yet reserved", () => {
  expect(available({ tracked: true, onHand: 5, reserved: 2 })).toBe(3);
});
