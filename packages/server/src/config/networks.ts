import { isIP } from "node:net";

/** Names that stand for networks which every host has. */
const named = new Set(["loopback", "linklocal", "uniquelocal"]);

/** Are these addresses or networks, separated by commas? */
export const areNetworks = (list: string): boolean =>
  list.split(",").every((entry) => isNetwork(entry.trim()));

const isNetwork = (entry: string): boolean => {
  if (named.has(entry)) return true;
  const [address = "", prefix, ...more] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  const bits = family === 4 ? 32 : 128;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits && Number(prefix) > 0)
  );
};
