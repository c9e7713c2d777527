import { describe, expect, it } from "vitest";
import { collectGarbage } from "../testing/collect-garbage.ts";
import { Deadlines } from "./deadlines.ts";

describe("deadlines that are over", () => {
  it("keep nothing of what came too late, either", async () => {
    const deadlines = new Deadlines(1);
    let gone = 0;
    const funerals = new FinalizationRegistry(() => (gone += 1));
    const expireSome = async () => {
      const late = Promise.withResolvers<void>();
      let left = 100;
      for (let n = 0; n < 100; n += 1) {
        const request = { late: false };
        funerals.register(request, undefined);
        deadlines.watch(() => {
          request.late = true;
          left -= 1;
          if (left === 0) late.resolve();
        });
      }
      await late.promise;
    };

    for (let round = 0; round < 3; round += 1) await expireSome();
    await collectGarbage("major");
    gone = 0;
    for (let round = 0; round < 20; round += 1) {
      await expireSome();
      await collectGarbage("minor");
    }
    expect(gone).toBeGreaterThan(1_800);
  });

  it("keep nothing from the next collection of what is young, though their set is old", async () => {
    const deadlines = new Deadlines(100_000);
    let gone = 0;
    const funerals = new FinalizationRegistry(() => (gone += 1));
    const watchOne = () => {
      const request = { late: false };
      funerals.register(request, undefined);
      return deadlines.watch(() => (request.late = true));
    };
    const running: (() => void)[] = [];
    const serve = (count: number) => {
      for (let n = 0; n < count; n += 1) {
        running.push(watchOne());
        if (running.length > 64) running.shift()?.();
      }
    };

    serve(200);
    await collectGarbage("major");
    gone = 0;
    for (let round = 0; round < 20; round += 1) {
      serve(100);
      await collectGarbage("minor");
    }
    expect(gone).toBeGreaterThan(1_800);
    for (const end of running) end();
  });
});
