import { setTimeout as sleep } from "node:timers/promises";

/** Whether this process is on its way out, for whoever must know. */
export class Departure {
  #announced = false;
  #leaving = false;

  /** Said to whoever sends requests here: send them elsewhere. */
  get announced(): boolean {
    return this.#announced;
  }

  /** Said to whoever still sends requests: close the connection. */
  get leaving(): boolean {
    return this.#leaving;
  }

  /**
   * Announces the departure and gives load balancers this long to see it, serving all the while. For the
   * second half of it clients are asked to let go of their connections too.
   */
  async announce(milliseconds: number): Promise<void> {
    this.#announced = true;
    await sleep(milliseconds / 2);
    this.#leaving = true;
    await sleep(milliseconds / 2);
  }
}
