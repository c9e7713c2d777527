import { anApi } from "../an-api.ts";
import type { Contract } from "./contract.ts";
import { fuzz } from "./fuzz.ts";

// npm run fuzz [runs for each operation] [seed]
const runs = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const api = await anApi();
const contract: Contract = (await api.app.inject("/api/v1/openapi.json")).json();
const { violations, accepted } = await fuzz(contract, api.send, { seed, runs });
for (const violation of violations) process.stdout.write(`${JSON.stringify(violation)}\n`);
const never = [...accepted].filter(([, times]) => times === 0).map(([operationId]) => operationId);
if (never.length > 0) process.stdout.write(`never successful: ${never.join(", ")}\n`);
process.stdout.write(`${violations.length} violations; seed ${seed}, ${runs} runs\n`);
process.exit(violations.length === 0 ? 0 : 1);
