/** Says how far a long task is: in place on a terminal, else a line each time. */
export const show = (message: string): void => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${message}`);
  else console.log(message);
};

/** Ends what {@link show} wrote in place. */
export const shown = (): void => {
  if (process.stdout.isTTY) process.stdout.write("\n");
};
