import { storageContract } from "../contracts/storage-contract.ts";
import { makeInMemoryStorage } from "./in-memory-storage.ts";

const storage = makeInMemoryStorage();
storageContract(() => storage);
