import { hash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/**
 * What makes two requests the same: SHA-256 over method, target and body, the body in its canonical
 * form (RFC 8785), so that neither the order of keys nor white space nor the spelling of a number matters.
 */
export const fingerprintOf = (method: string, target: string, body: unknown): string =>
  hash("sha256", `${method}\n${target}\n${canonicalJson(body)}`);
