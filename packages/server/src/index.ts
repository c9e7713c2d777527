export { type Config, type ConfigFault, readConfig } from "./config/config.ts";
export { buildContainer } from "./container.ts";
export { type RunningServer, serve } from "./serve.ts";
export type { ServerSettings } from "./server-settings.ts";
export { token } from "./token.ts";
export { tokens } from "./tokens.ts";
