import { createHmac, hkdfSync } from "node:crypto";
import type { Caller } from "../plugins/authentication/caller.ts";

/** How the log calls whoever sent a request. */
export type NameInLog = (caller: Caller) => string;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A subject that is a UUID stands as it is. Any other may be an email address or a name, so the log gets
 * a keyed digest: the same for every line of one actor, and of no use without the key.
 */
export const makeNameInLog = (secret: Uint8Array): NameInLog => {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "ordo log pseudonym", 32));
  // A verified token is kept with its caller, so most requests find the name made.
  const names = new WeakMap<Caller, string>();
  return (caller) => {
    const known = names.get(caller);
    if (known !== undefined) return known;
    const { type, id } = caller.actor;
    const name = `${type}:${uuid.test(id) ? id : `~${createHmac("sha256", key).update(id).digest("base64url").slice(0, 16)}`}`;
    names.set(caller, name);
    return name;
  };
};
