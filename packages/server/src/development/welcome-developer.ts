import { relative, resolve } from "node:path";
import type { Container } from "inversify";
import type { Config } from "../config/config.ts";
import type { Keys } from "../keys.ts";
import { tokens } from "../tokens.ts";
import { seedDemoCatalog } from "./demo-catalog.ts";
import { issueDevelopmentToken } from "./development-token.ts";
import { writePrivate } from "./kept-secret.ts";
import { welcome } from "./welcome.ts";

interface Started {
  readonly config: Config;
  readonly keys: Keys;
  readonly url: string;
  readonly container: Container;
}

/** Gives a developer what the first order needs: a catalog, a token, a line to paste. */
export const welcomeDeveloper = async (started: Started): Promise<string> => {
  const { config, keys, url, container } = started;
  await seedDemoCatalog(container.get(tokens.products), container.get(tokens.clock).now());

  if (keys.tokenSecret === null)
    return `Ordo is ready at ${url}. Tokens come from the issuer behind ${config.JWKS_URL ?? ""}.`;

  const token = await issueDevelopmentToken({
    secret: keys.tokenSecret,
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
  });
  const tokenFile = resolve(config.ORDO_DATA_DIR, "token");
  await writePrivate(tokenFile, token);
  const shown = relative(process.cwd(), tokenFile);
  return welcome({ url, token, tokenFile: shown, documentation: config.ENABLE_DOCS });
};
