import { failPlainly } from "./cli/fail-plainly.ts";
import { processTerminal } from "./cli/terminal.ts";
import { keepCompiledCode } from "./compiled-code.ts";

keepCompiledCode();
// What is imported above was compiled before that.
await import("./run-server.ts")
  .then(({ runServer }) => runServer(processTerminal))
  .catch(failPlainly);
