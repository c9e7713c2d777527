import { storageContract } from "@ordo/application/testing";
import { useStorage } from "./testing/use-storage.ts";

storageContract(useStorage());
