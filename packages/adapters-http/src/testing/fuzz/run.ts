import { anApi } from "../an-api.ts";
import type { Contract } from "./contract.ts";
import { fuzz } from "./fuzz.ts";

// pnpm fuzz [runs for each operation] [seed]
const runs = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? Date.now());
const api = await anApi();
const contract: Contract = (await api.app.inject("/api/v1/openapi.json")).json();
const violations = await fuzz(contract, api.send, { seed, runs });
for (const violation of violations) process.stdout.write(`${JSON.stringify(violation)}\n`);
process.stdout.write(`${violations.length} violations; seed ${seed}, ${runs} runs\n`);
process.exit(violations.length === 0 ? 0 : 1);
