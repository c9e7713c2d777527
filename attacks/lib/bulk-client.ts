import { randomUUID } from "node:crypto";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface Imported {
  readonly placed: number;
  /** The lines that were refused, and why. */
  readonly refused: ReadonlyMap<number, string>;
}

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface ResultLine {
  readonly line: number;
  readonly status: number;
  readonly problem?: { readonly code: string };
}

const resultOf = (text: string): ResultLine => {
  const value: unknown = JSON.parse(text);
  if (!isResult(value)) throw new Error(`This is no result of a line: ${text}`);
  return value;
};

const isResult = (value: unknown): value is ResultLine =>
  typeof value === "object" && value !== null && "line" in value && "status" in value;

const answerTo = async (outgoing: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => outgoing.once("response", resolve).once("error", reject));

/** Sends and reads many orders over one connection each, never holding them. */
export const makeBulkClient = (port: number, token: string) => {
  const call = (options: Call): ClientRequest =>
    request({
      port,
      host: "127.0.0.1",
      ...options,
      headers: { authorization: `Bearer ${token}`, ...options.headers },
    });

  const importOrders = async (count: number, channel: string): Promise<Imported> => {
    const outgoing = call({
      method: "POST",
      path: "/api/v1/orders/imports",
      headers: { "content-type": "application/x-ndjson", "idempotency-key": randomUUID() },
    });
    const sent = pipeline(Readable.from(linesOf(count, channel), { objectMode: false }), outgoing);
    const answer = await answerTo(outgoing);
    const refused = new Map<number, string>();
    let placed = 0;
    for await (const text of createInterface({ input: answer })) {
      const { line, status, problem } = resultOf(text);
      if (status === 201) placed += 1;
      else refused.set(line, problem?.code ?? String(status));
    }
    await sent;
    return { placed, refused };
  };

  const exportOrders = async (channel: string): Promise<number> => {
    const outgoing = call({
      path: `/api/v1/orders/export?channel=${channel}`,
      headers: { accept: "application/x-ndjson" },
    });
    outgoing.end();
    let count = 0;
    for await (const line of createInterface({ input: await answerTo(outgoing) }))
      if (line !== "") count += 1;
    return count;
  };
  return { importOrders, exportOrders };
};

/** One line in a thousand, and always one, is no order. */
export const isBad = (line: number): boolean => line % 1000 === 500;

function* linesOf(count: number, channel: string): Generator<string> {
  const order = `${JSON.stringify({ ...body, channel })}\n`;
  for (let line = 1; line <= count; line += 1)
    yield isBad(line) ? `{"currency":"EUR","lines":[]}\n` : order;
}

const line = (title: string) => ({ title, unitPrice: 350, taxRate: 1900, quantity: 2 });
const body = {
  email: "guest@example.com",
  currency: "EUR",
  lines: ["Mug", "Tea", "Gift wrap"].map(line),
};
