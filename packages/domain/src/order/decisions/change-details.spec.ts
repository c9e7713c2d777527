import { describe, expect, it } from "vitest";
import { limits } from "../../shared/limits.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, shipped, smallOrder } from "../../testing/history.ts";
import type { DetailChanges } from "../order-details.ts";

const address = {
  name: "Ada Lovelace",
  line1: "1 Byron St",
  line2: "",
  city: "London",
  region: "",
  postalCode: "N1 9GU",
  country: "GB",
  phone: "",
};

describe("changeDetails", () => {
  it("takes new values and leaves the rest", () => {
    const changes = { shippingAddress: address, internalNote: "VIP", metadata: { a: "1" } };
    const before = orderAfter(smallOrder());
    expect(orderAfter(smallOrder(), tell.change(changes))).toEqual({
      ...before,
      ...changes,
      version: 2,
      updatedAt: later,
    });
  });

  it("tells only of what differs", () => {
    const first = {
      note: "ring",
      tags: ["vip"],
      metadata: { a: "1", b: "2" },
      shippingAddress: address,
    };
    given(...history(smallOrder(), tell.change(first)))
      .when(tell.change({ ...first, note: null, metadata: { b: "2", a: "1" } }))
      .thenHappens({
        type: "order.details_changed",
        at: later,
        actor: clerk,
        changes: { note: null },
      });
  });

  it.each([[{}], [{ note: null, billingAddress: null, tags: [], metadata: {} }]])(
    "refuses what would change nothing: %j",
    (changes) => {
      given(...history(smallOrder()))
        .when(tell.change(changes))
        .thenRejects({ type: "DetailsStayTheSame" });
    },
  );

  it.each(["billingAddress", "shippingAddress"])(
    "fixes the %s once something has shipped",
    (key) => {
      given(...history(...shipped))
        .when(tell.change({ note: "late", [key]: address }))
        .thenRejects({ type: "AddressIsFixedOnceShipped", path: ["changes", key] });
    },
  );

  it("still takes a note once something has shipped", () => {
    expect(orderAfter(...shipped, tell.change({ note: "late" })).note).toBe("late");
  });

  const long = (length: number): string => "x".repeat(length);
  const tooLong: [DetailChanges, string[] | (string | number)[], number][] = [
    [{ note: long(limits.noteLength + 1) }, ["note"], 2000],
    [{ internalNote: long(limits.noteLength + 1) }, ["internalNote"], 2000],
    [{ tags: ["ok", long(limits.tagLength + 1)] }, ["tags", 1], 60],
    [{ metadata: { [long(41)]: "" } }, ["metadata", long(41)], 40],
    [{ metadata: { ok: long(501) } }, ["metadata", "ok"], 500],
  ];
  it.each(tooLong)("bounds every text: case %#", (changes, path, limit) => {
    given(...history(smallOrder()))
      .when(tell.change(changes))
      .thenRejects({ type: "TextIsTooLong", path: ["changes", ...path], limit });
  });

  it("bounds tags and metadata in number, and takes them up to the bound", () => {
    const keys = (n: number) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, ""]));
    const tags = (n: number) => Array.from({ length: n }, (_, i) => `t${i}`);
    const pending = history(smallOrder());
    given(...pending)
      .when(tell.change({ metadata: keys(51) }))
      .thenRejects({ type: "TooManyItems", path: ["changes", "metadata"], limit: 50 });
    given(...pending)
      .when(tell.change({ tags: tags(51) }))
      .thenRejects({ type: "TooManyItems", path: ["changes", "tags"], limit: 50 });
    const full = { metadata: keys(50), tags: tags(50), note: long(2000) };
    expect(
      given(...pending)
        .when(tell.change(full))
        .decision.isOk(),
    ).toBe(true);
  });
});
