import { anApplication } from "@ordo/application/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { scopes } from "../../plugins/authentication/access.ts";
import { aReplica } from "../../testing/a-replica.ts";
import { anApi, type Api, as } from "../../testing/an-api.ts";
import { sender } from "../../testing/sender.ts";
import { aStage } from "../../testing/stage.ts";
import { type Expected, workingRequests } from "../../testing/working-requests.ts";

describe("every operation", () => {
  let api: Api;
  let published: readonly Published[];
  beforeAll(async () => {
    const application = anApplication();
    api = await anApi({ readReplica: aReplica(application) }, application);
    published = operationsOf((await api.app.inject("/api/v1/openapi.json")).json());
  });

  const names = Object.keys(workingRequests);
  const expectationOf = (name: string): Expected => {
    const found = workingRequests[name];
    if (found === undefined) throw new Error(`Nothing is expected of ${name}`);
    return found;
  };

  /** A request that works, ready to be sent with these headers, as often as wanted. */
  const prepare = async (name: string) =>
    sender(api, await expectationOf(name).request(aStage(api)));

  it("is in this table", () => {
    const secured = published.filter(({ security }) => security.length > 0);
    expect(secured.map(({ operationId }) => operationId).toSorted()).toEqual(names.toSorted());
  });

  it.each(names)("%s asks for its own scope, and publishes it", async (name) => {
    const { scope } = expectationOf(name);
    const send = await prepare(name);
    const others = Object.keys(scopes).filter((other) => other !== scope);
    const refused = await send(await as({ scope: others.join(" ") }));
    expect(refused.statusCode, refused.body).toBe(403);
    expect(refused.json()).toMatchObject({ code: "insufficient-scope" });
    expect(refused.headers["www-authenticate"]).toContain(`scope="${scope}"`);

    const allowed = await send(await as({ scope }));
    expect(allowed.statusCode, allowed.body).toBeLessThan(300);
    const { description } = publishedAs(published, name);
    expect(description).toContain(`Needs the scope \`${scope}\`.`);
  });

  it.each(names)("%s says how long its answer may be kept", async (name) => {
    const response = await (await prepare(name))();
    expect(response.headers["cache-control"]).toBe(expectationOf(name).cacheControl);
  });

  it.each(names)("%s sends the headers that it declares, and no others", async (name) => {
    const send = await prepare(name);
    const answers = [
      await send(),
      await send(),
      await send({ prefer: "return=minimal", "ordo-consistency": "eventual" }),
    ];
    const sent = new Set(answers.flatMap(({ headers }) => Object.keys(headers)));
    const [success] = answers;
    const { responses } = publishedAs(published, name);
    const declared = Object.keys(responses[String(success?.statusCode)]?.headers ?? {});
    for (const header of declared) expect([...sent]).toContain(header.toLowerCase());
    const known = [
      "cache-control",
      "content-length",
      "content-type",
      "date",
      "connection",
      "transfer-encoding",
    ];
    const undeclared = [...sent].filter(
      (header) =>
        !known.includes(header) &&
        header !== "x-content-type-options" &&
        !declared.some((name) => name.toLowerCase() === header),
    );
    expect(undeclared).toEqual([]);
  });

  it.each(names.filter((name) => keyed.test(name)))(
    "%s happens once, and says so when it is asked again",
    async (name) => {
      const send = await prepare(name);
      const [first, again] = [await send(), await send()];
      expect(first.statusCode, first.body).toBe(201);
      expect(first.headers["idempotent-replayed"]).toBeUndefined();
      expect(again.statusCode).toBe(201);
      expect(again.headers["idempotent-replayed"]).toBe("true");
      expect(again.body).toBe(first.body);
      expect(again.headers.etag).toBe(first.headers.etag);
      expect(again.headers.location).toBe(first.headers.location);
    },
  );
});

/** Every POST but the import, whose lines have keys of their own. */
const keyed =
  /^(place|create|add|adjust|confirm|complete|cancel|propose|decline|capture|refund|void|pack|ship|deliver|request|approve|reject|receive|close)/;

interface Published {
  readonly operationId: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>;
}

const operationsOf = (contract: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Published>>>>;
}): readonly Published[] => Object.values(contract.paths).flatMap((item) => Object.values(item));

const publishedAs = (published: readonly Published[], name: string): Published => {
  const found = published.find(({ operationId }) => operationId === name);
  if (found === undefined) throw new Error(`${name} is not published`);
  return found;
};
