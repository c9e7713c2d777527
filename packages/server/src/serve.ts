import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { buildContainer } from "./container.ts";
import { welcomeDeveloper } from "./development/welcome-developer.ts";
import { settleKeys } from "./keys.ts";
import { listen } from "./listen.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { tokens } from "./tokens.ts";

export interface RunningServer {
  readonly url: string;
  /** Answers what is under way, then lets go of the database, then stops it if it is ours. */
  close(): Promise<void>;
}

/**
 * Starts everything, in order: database, migrations, container, HTTP. What was started is stopped
 * again when a later step fails.
 */
export const serve = async (
  config: Config,
  logger: Logger,
  say: (message: string) => void,
): Promise<RunningServer> => {
  await using started = new AsyncDisposableStack();

  const keys = await settleKeys(config);
  const database = await openDatabase(config, say);
  started.defer(() => database.close());
  await migrate(database.url);

  const container = buildContainer(
    {
      database: { url: database.url, poolSize: config.DATABASE_POOL_SIZE },
      authentication: keys.authentication,
      cursorSecret: keys.cursorSecret,
      documentation: config.ENABLE_DOCS,
    },
    logger,
  );
  started.defer(() => container.unbindAllAsync());

  const app = await container.getAsync(tokens.app);
  started.defer(() => app.close());
  const url = await listen(app, config.HOST, config.PORT);

  if (config.NODE_ENV !== "production")
    say(await welcomeDeveloper({ config, keys, url, container }));

  const running = started.move();
  return { url, close: () => running.disposeAsync() };
};
