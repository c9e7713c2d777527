export { makeSimulatedProvider, type SimulatedOptions } from "./simulated-provider.ts";
