import Fastify from "fastify";

// A process of its own: what parsing a body and answering one costs with nothing around it.
const app = Fastify();
app.post("/echo", async (request) => request.body);
const answer: unknown = JSON.parse(process.env["ANSWER"] ?? "{}");
app.post("/answer", async () => answer);
app.get("/health/ready", async () => ({}));
await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
process.once("SIGTERM", () => void app.close());
