import { beforeAll, describe, expect, it } from "vitest";
import { exampleId } from "../../schemas/identifier.ts";
import { anApi, type Api } from "../../testing/an-api.ts";
import { sender } from "../../testing/sender.ts";
import { aStage, orders } from "../../testing/stage.ts";
import { type WorkingRequest, workingRequests } from "../../testing/working-requests.ts";
import type { OrderResource } from "./orders/order-schema.ts";

interface Contract {
  readonly paths: Record<string, Record<string, Published>>;
}
interface Published {
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Record<string, { readonly examples?: Record<string, Example> }>;
  };
}
interface Example {
  readonly summary: string;
  readonly value: object;
}

const withBody = Object.entries(workingRequests)
  .filter(([name]) => !/^(get|list|export|discard|release|erase|archive)/.test(name))
  .map(([name, { request }]) => [name, request] as const);

describe("the examples in the contract", () => {
  let api: Api;
  let examples: ReadonlyMap<string, readonly Example[]>;
  beforeAll(async () => {
    api = await anApi();
    const contract: Contract = (await api.app.inject("/api/v1/openapi.json")).json();
    examples = new Map(
      Object.values(contract.paths)
        .flatMap((item) => Object.values(item))
        .flatMap(({ operationId, requestBody }) =>
          requestBody === undefined
            ? []
            : [
                [
                  operationId,
                  Object.values(requestBody.content).flatMap((content) =>
                    Object.values(content.examples ?? {}),
                  ),
                ] as const,
              ],
        ),
    );
  });

  it("are of every operation that takes a body", () => {
    expect(withBody.map(([name]) => name).toSorted()).toEqual([...examples.keys()].toSorted());
  });

  it.each(withBody)("of %s are as its schema wants them, and work", async (name, request) => {
    const found = examples.get(name) ?? [];
    expect(found).not.toEqual([]);
    for (const { summary, value } of found) {
      const working = await request(aStage(api));
      const body = await withItsOwn(value, working);
      const response = await sender(api, { ...working, body })();
      expect(response.statusCode, `${summary}: ${response.body}`).toBeLessThan(300);
      // The import answers 200 also where it refuses a line.
      expect(response.body, summary).not.toContain('"problem"');
    }
  });

  /** The example with the ids and the version of what the request is about, which no example can know. */
  const withItsOwn = async (value: object, { url }: WorkingRequest): Promise<object> => {
    const [orderHref = ""] = new RegExp(`^${orders}/[0-9a-f-]{36}`).exec(url) ?? [];
    const order = orderHref === "" ? undefined : (await api.get(orderHref)).json<OrderResource>();
    const { id: productId } = await aStage(api).product();
    const own: Readonly<Record<string, unknown>> = {
      lineId: order?.lines[0]?.id,
      productId,
      expectedVersion: order?.version,
    };
    return JSON.parse(JSON.stringify(value), (key, given: unknown) =>
      given === exampleId || key === "expectedVersion" ? own[key] : given,
    );
  };
});
