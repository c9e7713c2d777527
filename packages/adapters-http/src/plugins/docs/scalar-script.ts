import Fastify from "fastify";

let script: Promise<string> | undefined;

/** The program that shows the contract: 5 MB, loaded when first asked for. */
export const scalarScript = (): Promise<string> => {
  script ??= loadScript().catch((error: unknown) => {
    // Whoever asks next asks anew.
    script = undefined;
    throw error;
  });
  return script;
};

// Nothing exports it: Scalar's plugin gives it to who asks for its route, so we ask.
const loadScript = async (): Promise<string> => {
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  const app = Fastify();
  await app.register(scalar, { routePrefix: "/", configuration: { url: "/" } });
  const { statusCode, body } = await app.inject("/js/scalar.js");
  await app.close();
  if (statusCode !== 200) throw new Error(`Scalar has no script: ${String(statusCode)} ${body}`);
  return body;
};
