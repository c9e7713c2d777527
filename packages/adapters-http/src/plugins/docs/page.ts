import { exampleKey } from "../../operation/request-input.ts";
import { contractPath } from "../openapi/contract-route.ts";

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230067a8'/%3E%3Ccircle cx='8' cy='8' r='4' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

/** The page around the reference: no script in it, so that the browser may be told to run none. */
export const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Ordo API</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="The Ordo API: the whole life of an order, every total exact." />
    <link rel="icon" href="${icon}" />
  </head>
  <body>
    <noscript>This page needs JavaScript. The contract it shows is <a href="${contractPath}">${contractPath}</a>.</noscript>
    <div id="app"></div>
    <script src="js/scalar.js"></script>
    <script src="page.js"></script>
  </body>
</html>
`;

const configuration = {
  url: contractPath,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: "never",
  defaultOpenAllTags: true,
  orderRequiredPropertiesFirst: true,
  documentDownloadType: "direct",
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  customCss: [
    ".light-mode{--scalar-color-2:#55555a;--scalar-color-3:#67676c;--scalar-color-accent:#0067a8;--scalar-color-green:#05734d;--scalar-color-orange:#b93f00;--scalar-color-yellow:#8a6500;--scalar-color-red:#c2000a}",
    ".dark-mode{--scalar-color-3:#949499}",
    // Wider than the column's text, or its own text would be small.
    ".markdown img[src$='lifecycle.svg']{width:100%;max-width:596px;height:auto}",
  ].join(""),
};

/**
 * What the page runs. A token comes in the fragment, which no server sees, as the line does that a development server
 * prints; it stays in this tab. Every request that is tried out gets a key of its own: the example's would answer the
 * first order for ever.
 */
export const script = `"use strict";
(() => {
  const [, given] = /^#token=([\\w.-]+)$/.exec(location.hash) ?? [];
  if (given) {
    sessionStorage.setItem("ordo-token", given);
    history.replaceState(null, "", location.pathname);
  }
  const token = sessionStorage.getItem("ordo-token") ?? "";
  const uuid = () =>
    "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
      (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+digit / 4)))).toString(16),
    );
  Scalar.createApiReference("#app", {
    ...${JSON.stringify(configuration)},
    authentication: { preferredSecurityScheme: "bearer", securitySchemes: { bearer: { token } } },
    onBeforeRequest: ({ requestBuilder }) => {
      const { headers } = requestBuilder;
      if (headers.get("Idempotency-Key") === ${JSON.stringify(exampleKey)}) headers.set("Idempotency-Key", uuid());
    },
  });
})();
`;
