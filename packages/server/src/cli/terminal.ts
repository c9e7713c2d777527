/** What a command may touch. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output, with a line break. */
  readonly print: (text: string) => void;
  /** Where a long command shows how far it has come: standard error. */
  readonly progress: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** What the process exits with when the command has ended well; 0 unless it says otherwise. */
  readonly exitWith: (code: number) => void;
}

export const processTerminal: Terminal = {
  env: process.env,
  print: (text) => void process.stdout.write(`${text}\n`),
  progress: process.stderr,
  exitWith: (code) => (process.exitCode = code),
};
