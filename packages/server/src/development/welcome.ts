import { firstOrderCurl } from "./first-order.ts";

export interface Welcome {
  readonly url: string;
  /** Path of the file that holds the token. */
  readonly tokenFile: string;
  readonly token: string;
  readonly documentation: boolean;
}

/** What `npm start` prints when the server is ready. */
export const welcome = ({ url, token, tokenFile, documentation }: Welcome): string =>
  [
    "",
    `Ordo is ready at ${url}`,
    ...(documentation ? [`Documentation   ${url}/docs/#token=${token}`] : []),
    `Token           ${token}`,
    `                (30 days, every scope; also in ${tokenFile})`,
    "",
    "Place an order. Run it twice: the same key gives the same order.",
    "",
    firstOrderCurl(url, token),
    "",
    "Stop with Ctrl-C.",
    "",
  ].join("\n");
