import type { AuthenticationOptions } from "@ordo/adapters-http";

/** What the container needs to know: the configuration, with every default and secret settled. */
export interface ServerSettings {
  readonly database: {
    readonly url: string;
    /** Connections at most. */
    readonly poolSize: number;
  };
  readonly authentication: AuthenticationOptions;
  /** Signs list cursors; at least 32 bytes. */
  readonly cursorSecret: string;
  /** Serve the OpenAPI document and its page? */
  readonly documentation: boolean;
}
