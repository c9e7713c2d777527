export { buildApp } from "./app.ts";
export type { HttpLimits, HttpOptions } from "./options.ts";
export { defaultLimits } from "./options.ts";
export type {
  AsymmetricAlgorithm,
  AuthenticationOptions,
} from "./plugins/authentication/authentication-options.ts";
