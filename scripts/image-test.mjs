import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { docker, dockerAloud, eventually } from "./image/docker.mjs";

/**
 * Builds the image (or takes the one in ORDO_IMAGE) and runs it as a cluster would: read-only, without
 * capabilities, as nobody in particular, on a PostgreSQL of its own.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const id = `ordo-image-test-${process.pid}`;
const password = randomUUID();
const secret = `${randomUUID()}${randomUUID()}`;
const confined = ["--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges"];
const database = ["-e", `DATABASE_URL=postgresql://postgres:${password}@${id}-pg/ordo`];
const secrets = ["-e", `JWT_SECRET=${secret}`];
const onNetwork = ["--network", id];

const image = process.env.ORDO_IMAGE ?? buildImage();
try {
  const debugged = ["-e", "NODE_DEBUG_NATIVE=COMPILE_CACHE"];
  const loading = dockerAloud("run", "--rm", ...confined, ...debugged, image, "--version");
  assert.match(loading, /was accepted/);
  assert.doesNotMatch(loading, /was rejected|no such file/);
  step("has what V8 compiles with it");

  docker("network", "create", id);
  docker(
    "run",
    "-d",
    "--name",
    `${id}-pg`,
    ...onNetwork,
    "-e",
    `POSTGRES_PASSWORD=${password}`,
    "-e",
    "POSTGRES_DB=ordo",
    "postgres:18-alpine",
  );
  await eventually("migrated", 60_000, async () => run("migrate", "up") !== "");
  step("migrates with `migrate up`");

  assert.match(run("migrate", "status"), /The schema is up to date\./);
  docker(
    "run",
    "-d",
    "--name",
    `${id}-api`,
    ...onNetwork,
    ...confined,
    "--user",
    "12345:12345",
    ...database,
    ...secrets,
    "-e",
    "ENABLE_MIGRATIONS=false",
    "-e",
    "DRAIN_MS=3000",
    "-p",
    "127.0.0.1:0:3000",
    image,
  );
  const url = `http://${docker("port", `${id}-api`, "3000").split("\n")[0]}`;
  await eventually("ready", 30_000, async () => (await fetch(`${url}/health/ready`)).ok);
  await eventually(
    "healthy",
    40_000,
    async () => inspect("{{.State.Health.Status}}") === "healthy",
  );
  step("answers /health/ready and finds itself healthy, as a user that it has never heard of");

  const token = docker(
    "run",
    "--rm",
    ...confined,
    ...secrets,
    "-e",
    "NODE_ENV=development",
    image,
    "token",
  );
  const script = await fetch(`${url}/docs/js/scalar.js`);
  assert.equal(script.status, 200, "what is loaded on demand");
  const order = await placeOrder(url, token);
  assert.equal(order.status, 201, order.body);
  assert.equal(JSON.parse(order.body).totals.total, 416);
  step("places an order, and has the script of /docs");

  assert.equal(inContainer("process.getuid()"), "12345");
  for (const path of ["/", "/ordo", "/tmp"])
    assert.throws(() => inContainer(`fs.writeFileSync("${path}/x", "")`), /EROFS/, path);
  step("is not root, and can write nowhere");

  docker("kill", "--signal", "TERM", `${id}-api`);
  await eventually("draining", 2_500, async () => {
    const ready = await fetch(`${url}/health/ready`);
    return ready.status === 503 && (await ready.text()).includes("shutting down");
  });
  assert.equal((await placeOrder(url, token)).status, 201, "an order while it drains");
  docker("wait", `${id}-api`);
  assert.equal(inspect("{{.State.ExitCode}}"), "0", docker("logs", `${id}-api`));
  step("drains on SIGTERM: not ready, serving on, then gone by itself");

  assert.equal(docker("image", "inspect", image, "--format", "{{.Config.User}}"), "1000:1000");
  step("names a user that is not root");
} catch (error) {
  process.exitCode = 1;
  console.error(error);
  console.error(attempt("logs", "--tail", "40", `${id}-api`));
} finally {
  attempt("rm", "--force", "--volumes", `${id}-api`, `${id}-pg`);
  attempt("network", "rm", id);
}

function buildImage() {
  const tag = "ordo:image-test";
  docker("build", "--network=host", "--tag", tag, root);
  step("builds");
  return tag;
}

function run(...command) {
  return docker(
    "run",
    "--rm",
    ...onNetwork,
    ...confined,
    ...database,
    ...secrets,
    image,
    ...command,
  );
}

async function placeOrder(url, token) {
  const response = await fetch(`${url}/api/v1/orders`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({
      email: "guest@example.com",
      currency: "EUR",
      lines: [{ title: "Gift wrap", unitPrice: 350, taxRate: 1900, quantity: 1 }],
    }),
  });
  return { status: response.status, body: await response.text() };
}

/** What an expression says inside the running container. */
function inContainer(expression) {
  return docker("exec", `${id}-api`, "node", "-p", expression);
}

function inspect(format) {
  return docker("inspect", `${id}-api`, "--format", format);
}

function attempt(...args) {
  try {
    return docker(...args);
  } catch (error) {
    return String(error);
  }
}

function step(name) {
  console.log(`✓ ${name}`);
}
