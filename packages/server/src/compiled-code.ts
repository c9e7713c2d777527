import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { packageManifest } from "./package-manifest.ts";

/** In the package itself: whoever may write there may change the code as well. Not so in the system's `/tmp`. */
const besideTheCode = join(dirname(packageManifest()), "node_modules", ".cache", "compiled");

/**
 * Has what V8 compiles kept for the next start. Call it before anything else is loaded. Where this process may
 * not write, nothing is kept and nothing said. Node's own variables go first: `NODE_COMPILE_CACHE` names another
 * directory, `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
 */
export const keepCompiledCode = (directory: string = besideTheCode): void => {
  enableCompileCache(directory);
};
