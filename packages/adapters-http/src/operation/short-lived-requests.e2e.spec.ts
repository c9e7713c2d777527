import { randomUUID } from "node:crypto";
import { constants, PerformanceObserver } from "node:perf_hooks";
import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { describe, expect, it } from "vitest";
import { anApi } from "../testing/an-api.ts";
import { collectGarbage } from "../testing/collect-garbage.ts";
import { aGuestOrder } from "../testing/orders.ts";
import { aToken } from "../testing/tokens.ts";

describe("a request that was answered", () => {
  // What the garbage collector takes for long-lived stays until it looks at everything, which takes it far longer.
  it("is gone with the next collection of what is young", { retry: 4 }, async () => {
    const majors = watchMajorCollections();
    let gone = 0;
    const funerals = new FinalizationRegistry(() => (gone += 1));
    const remember: FastifyPluginAsync = async (app) => {
      app.addHook("onRequest", (request, _reply, done) => {
        funerals.register(request, undefined);
        done();
      });
    };
    const { app } = await anApi({ instrumentation: fastifyPlugin(remember) });
    // Not injected: such a request is never closed.
    const url = `${await app.listen({ port: 0, host: "127.0.0.1" })}/api/v1/orders`;
    const authorization = `Bearer ${await aToken()}`;
    const body = JSON.stringify(aGuestOrder());
    const place = () =>
      fetch(url, {
        method: "POST",
        headers: {
          authorization,
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
        },
        body,
      });
    try {
      for (let round = 0; round < 20; round += 1) {
        const answers = await Promise.all(Array.from({ length: 20 }, place));
        for (const answer of answers) expect(answer.status, await answer.text()).toBe(201);
        await collectGarbage("minor");
      }
      // One of everything, as V8 makes at times, would hide what outlived those of the young.
      expect(majors.count()).toBe(0);
      expect(gone).toBeGreaterThan(360);
    } finally {
      majors.end();
      await app.close();
    }
  });
});

const watchMajorCollections = () => {
  let major = 0;
  const observer = new PerformanceObserver((list) => {
    major += list.getEntries().filter(isMajor).length;
  });
  observer.observe({ entryTypes: ["gc"] });
  return {
    count: () => (major += observer.takeRecords().filter(isMajor).length),
    end: () => observer.disconnect(),
  };
};

const isMajor = (entry: object): boolean =>
  "detail" in entry &&
  typeof entry.detail === "object" &&
  entry.detail !== null &&
  "kind" in entry.detail &&
  entry.detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
