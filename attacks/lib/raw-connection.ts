import { connect, type Socket } from "node:net";

/** One keep-alive connection that sends one request at a time and reads no more of answers than it must. */
export class RawConnection {
  readonly #socket: Socket;
  #answered: ((status: number) => void) | undefined;
  #pending = "";
  /** Bytes of the current answer's body still to come. */
  #bodyLeft = 0;
  #status = 0;
  closed = false;

  constructor(port: number) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.#socket.setEncoding("latin1");
    this.#socket.on("data", (chunk) => this.#read(String(chunk)));
    this.#socket.on("error", () => undefined);
    this.#socket.on("close", () => {
      this.closed = true;
      this.#finish(0);
    });
  }

  /** Answers the status, or 0 when the connection broke. */
  send(request: string): Promise<number> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      if (this.closed) this.#finish(0);
      else this.#socket.write(request);
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #read(chunk: string): void {
    if (this.#status > 0) {
      this.#take(chunk.length);
      return;
    }
    this.#pending += chunk;
    const end = this.#pending.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.#pending.slice(0, end);
    this.#status = Number(head.slice(9, 12));
    this.#bodyLeft = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const rest = this.#pending.length - end - 4;
    this.#pending = "";
    this.#take(rest);
  }

  #take(bytes: number): void {
    this.#bodyLeft -= bytes;
    if (this.#bodyLeft <= 0) this.#finish(this.#status);
  }

  #finish(status: number): void {
    const answered = this.#answered;
    this.#answered = undefined;
    this.#status = 0;
    answered?.(status);
  }
}
