/** Which engine ORDO_TEST_POSTGRES asks for; without it the best that is there. */
export type EngineChoice = "testcontainers" | "embedded" | "whatever-answers";

export function engineChoice(env: NodeJS.ProcessEnv): EngineChoice {
  const wanted = env["ORDO_TEST_POSTGRES"];
  if (wanted === undefined || wanted === "") return "whatever-answers";
  if (wanted === "testcontainers" || wanted === "embedded") return wanted;
  throw new Error(`ORDO_TEST_POSTGRES is "${wanted}"; it may be "testcontainers" or "embedded"`);
}
