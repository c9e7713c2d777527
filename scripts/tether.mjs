/**
 * Loaded into the server by start.mjs: when the launcher disappears, however it
 * ended, the server stops as well instead of living on unseen.
 */
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
