import { beforeAll, describe, expect, it } from "vitest";
import type { OperationDescription } from "../operation/operation.ts";
import { registerPublic } from "../operation/public-route.ts";
import { anApi, type Api } from "../testing/an-api.ts";

const old: OperationDescription = {
  method: "GET",
  path: "/api/v1/old",
  operationId: "old",
  tag: "Contract",
  summary: "What was",
  description: "Says what was.",
  success: { status: 200, description: "It.", headers: ["Link"] },
  problems: [],
  deprecation: {
    since: new Date("2026-01-01T00:00:00Z"),
    sunset: new Date("2027-01-01T00:00:00Z"),
    documentation: "https://example.com/new",
  },
};

describe("rule 13: a deprecated operation says so", () => {
  let api: Api;
  beforeAll(async () => {
    api = await anApi({
      routes: [
        async (app) =>
          registerPublic(app, old, async (_request, reply) =>
            reply.header("link", '</api/v1/old?cursor=2>; rel="next"').send({}),
          ),
      ],
    });
  });

  it("in every answer: since when, until when, and where to read on", async () => {
    const { headers } = await api.get("/api/v1/old");
    expect(headers).toMatchObject({
      deprecation: "@1767225600",
      sunset: "Fri, 01 Jan 2027 00:00:00 GMT",
      link: '</api/v1/old?cursor=2>; rel="next", <https://example.com/new>; rel="deprecation"; type="text/html"',
    });
    const refused = await api.get("/api/v1/old", { accept: "image/png" });
    expect(refused.statusCode).toBe(406);
    expect(refused.headers).toMatchObject({ deprecation: "@1767225600" });
  });

  it("in the contract", async () => {
    const { paths, components } = (await api.get("/api/v1/openapi.json")).json();
    const { deprecated, responses } = paths["/api/v1/old"].get;
    expect(deprecated).toBe(true);
    for (const response of Object.values<Record<string, string>>(responses)) {
      const name = response["$ref"]?.split("/").at(-1);
      const { headers } = name === undefined ? response : components.responses[name];
      expect(Object.keys(headers), name).toEqual(
        expect.arrayContaining(["Deprecation", "Sunset", "Link"]),
      );
    }
    expect(paths["/api/v1/orders"].get.deprecated).toBeUndefined();
  });

  it("and no other does", async () => {
    const { headers } = await api.get("/api/v1/orders");
    expect(Object.keys(headers)).not.toContain("deprecation");
  });
});
