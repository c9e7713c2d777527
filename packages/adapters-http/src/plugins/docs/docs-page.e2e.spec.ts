import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anApi, type Api } from "../../testing/an-api.ts";
import { aToken } from "../../testing/tokens.ts";

const executablePath = "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere && process.env["CI"] === "true")
  throw new Error("CI looks at the documentation in a browser: apt-get install chromium");
if (!isThere)
  console.warn(
    "SKIPPED: the documentation is not looked at, for there is no Chromium (apt-get install chromium)",
  );

describe("what /docs serves", () => {
  it("is two scripts of its own and a picture, which may load nothing else", async () => {
    const { app } = await anApi();
    const page = await app.inject({ url: "/docs/", headers: { accept: "text/html" } });
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).not.toMatch(/<script(?! src=)/);
    const drawing = await app.inject("/docs/lifecycle.svg");
    expect(drawing.headers["content-type"]).toContain("image/svg+xml");
    expect(drawing.body).toContain("createExchange");
  });
});

describe.skipIf(!isThere)("the page at /docs, in a browser", { timeout: 120_000 }, () => {
  let api: Api;
  let url: string;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  const profile = mkdtemp(join(tmpdir(), "ordo-chromium-"));
  beforeAll(async () => {
    api = await anApi();
    url = await api.app.listen({ host: "127.0.0.1", port: 0 });
    context = await chromium.launchPersistentContext(await profile, {
      executablePath,
      headless: true,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const target = request.url();
      if (!/^(?:data|blob):/.test(target) && !target.startsWith(url)) elsewhere.push(target);
    });
    await page.goto(`${url}/docs/#token=${await aToken()}`);
  });
  afterAll(async () => {
    await context?.close();
    await api?.app.close();
    await rm(await profile, { recursive: true, force: true });
  });

  it("shows the life of an order, and hides the token that it came with", async () => {
    const drawing = page.getByRole("img", { name: /The life of an order/ });
    await drawing.waitFor();
    expect(await drawing.evaluate((image) => Reflect.get(image, "naturalWidth"))).toBeGreaterThan(
      0,
    );
    expect(page.url()).not.toContain("token");
  });

  it("places an order with what stands in it, twice: each has a key of its own", async () => {
    await page
      .getByRole("link", { name: /^Place an order/ })
      .first()
      .click();
    await page
      .getByRole("button", { name: /Test Request.*post.*\/orders/i })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    const send = async () => {
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await dialog.getByRole("button", { name: /^Send/ }).first().click();
      return answered;
    };
    const first = await send();
    expect(first.status()).toBe(201);
    await dialog.getByText("201 Created").waitFor();
    const second = await send();
    expect(second.status()).toBe(201);
    expect(second.headers()["idempotent-replayed"]).toBeUndefined();
    const { items } = (await api.get("/api/v1/orders")).json();
    expect(items).toHaveLength(2);
    expect(items[0].totals.total).toBe(4645);
  });

  it("asked nobody else, and the browser had nothing to say against it", () => {
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
