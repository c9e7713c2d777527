/** What a command may touch. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output, with a line break. */
  readonly print: (text: string) => void;
}

export const processTerminal: Terminal = {
  env: process.env,
  print: (text) => void process.stdout.write(`${text}\n`),
};
