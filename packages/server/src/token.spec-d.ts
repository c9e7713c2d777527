import { Container } from "inversify";
import { tokens } from "./tokens.ts";
import { systemClock } from "./runtime/system-clock.ts";
import { uuidV7Ids } from "./runtime/uuid-v7-ids.ts";
import { makePostgresOrderNumbers } from "@ordo/adapters-postgres";

const container = new Container();

container.bind(tokens.clock).toConstantValue(systemClock);

// @ts-expect-error ids are no clock
container.bind(tokens.clock).toConstantValue(uuidV7Ids);

container.bind(tokens.orderNumbers).toResolvedValue(makePostgresOrderNumbers, [tokens.database]);

// @ts-expect-error the factory takes a database, not a pool
container.bind(tokens.orderNumbers).toResolvedValue(makePostgresOrderNumbers, [tokens.pool]);

// @ts-expect-error the factory makes no repository
container.bind(tokens.orders).toResolvedValue(makePostgresOrderNumbers, [tokens.database]);
