import { anApplication } from "@ordo/application/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { anApi, type Api } from "../testing/an-api.ts";
import { aGuestOrder } from "../testing/orders.ts";
import type { ReadReplica } from "./read-replica.ts";

const orders = "/api/v1/orders";

/** A replica that has nothing, so that a read of it shows. */
describe("reading from a replica", () => {
  let api: Api;
  let written: number;
  let replayed: number;
  let told: string[];
  let replica: ReadReplica;
  beforeEach(async () => {
    [written, replayed, told] = [0, 0, []];
    replica = {
      queries: anApplication().useCases,
      position: async () => `7/1/${(written += 1)}`,
      admits: async (position) =>
        position === null || Number(position.split("/")[2]) <= replayed ? "yes" : "behind",
      whileUp: (work) => work(),
      fault: () => null,
      observer: {
        fromPrimary: (why) => told.push(why),
        fromReplica: () => told.push("replica"),
        replicaFailed: () => told.push("failure"),
      },
    };
    api = await anApi({ readReplica: replica });
  });
  const place = async () => {
    const response = await api.post(orders, aGuestOrder());
    expect(response.statusCode, response.body).toBe(201);
    return { href: String(response.headers.location), token: tokenOf(response) };
  };
  const tokenOf = ({ headers }: { readonly headers: Record<string, unknown> }) =>
    String(headers["ordo-consistency"]);
  const read = async (url: string, consistency?: string) => {
    const { statusCode, headers } = await api.get(
      url,
      consistency === undefined ? {} : { "ordo-consistency": consistency },
    );
    return [statusCode, headers["ordo-served-by"]];
  };

  test("a read without a word is the primary's", async () => {
    const { href } = await place();
    replayed = 99;
    expect(await read(href)).toEqual([200, undefined]);
    expect(told).toEqual(["asked"]);
  });

  test("a read that takes any state is the replica's", async () => {
    const { href } = await place();
    expect(await read(href, "eventual")).toEqual([404, "replica"]);
    expect(told).toEqual(["replica"]);
  });

  test("a read with a token is the replica's once that has replayed so far", async () => {
    const { href, token } = await place();
    expect(await read(href, token)).toEqual([200, undefined]);
    replayed = 1;
    expect(await read(href, token)).toEqual([404, "replica"]);
    expect(told).toEqual(["behind", "replica"]);
  });

  test("a token of another secret is the primary's to answer", async () => {
    const other = await anApi({
      cursorSecret: "another-secret-of-32-bytes-01234",
      readReplica: replica,
    });
    const token = tokenOf(await other.post(orders, aGuestOrder()));
    const { href } = await place();
    replayed = 99;
    expect(await read(href, token)).toEqual([200, undefined]);
    expect(told).toEqual(["incomparable"]);
  });

  test.each(["", "strong", "eventual, eventual", "x".repeat(201)])(
    "%j is no consistency",
    async (consistency) => {
      const response = await api.get(orders, { "ordo-consistency": consistency });
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toMatchObject([
        { in: "header", pointer: "/ordo-consistency" },
      ]);
      expect(
        (await (await anApi()).get(orders, { "ordo-consistency": consistency })).statusCode,
      ).toBe(400);
    },
  );

  test("where there is no replica, what goes with one is taken, and the primary's to answer", async () => {
    const { token } = await place();
    const plain = await anApi();
    const placed = await plain.post(orders, aGuestOrder());
    expect(placed.headers["ordo-consistency"]).toBeUndefined();
    for (const consistency of ["eventual", token]) {
      const response = await plain.get(String(placed.headers.location), {
        "ordo-consistency": consistency,
      });
      expect([response.statusCode, response.headers["ordo-served-by"]]).toEqual([200, undefined]);
    }
  });

  test("a replica that fails or is lost fails no read", async () => {
    const { href } = await place();
    replica = { ...replica, whileUp: () => Promise.reject(new Error("lost")) };
    const other = await anApi({ readReplica: replica }, api);
    const response = await other.get(href, { "ordo-consistency": "eventual" });
    expect([response.statusCode, response.headers["ordo-served-by"]]).toEqual([200, undefined]);
    expect(told).toEqual(["failure", "failed"]);
  });

  test("a write answers a token when it has written, and answers without one that cannot be had", async () => {
    const preview = await api.post(`${orders}?dryRun=true`, aGuestOrder());
    expect([preview.statusCode, preview.headers["ordo-consistency"]]).toEqual([200, undefined]);
    const refused = await api.post(orders, { ...aGuestOrder(), expectedTotal: 1 });
    expect([refused.statusCode, refused.headers["ordo-consistency"]]).toEqual([409, undefined]);
    expect(written).toBe(0);
    for (const position of [
      () => Promise.reject(new Error("away")),
      () => new Promise<string>(() => undefined),
    ]) {
      const mute = await anApi({ readReplica: { ...replica, position } });
      const placed = await mute.post(orders, aGuestOrder());
      expect([placed.statusCode, placed.headers["ordo-consistency"]]).toEqual([201, undefined]);
    }
  });
});
