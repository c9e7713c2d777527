import { readFile } from "node:fs/promises";

export interface MemoryReading {
  /** The most that the process held, in MiB. */
  readonly peak: number;
  readonly samples: readonly number[];
  readonly seconds: number;
}

/** Resident memory of the process, in MiB. */
export const residentMemory = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const [, kibibytes = "0"] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
  return Number(kibibytes) / 1024;
};

/** Reads the process's memory every so often while the work goes on. */
export const watchMemory = async <T>(
  pid: number,
  work: () => Promise<T>,
): Promise<MemoryReading & { readonly result: T }> => {
  const started = performance.now();
  const samples: number[] = [await residentMemory(pid)];
  let going = true;
  const watching = (async () => {
    while (going) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      samples.push(await residentMemory(pid));
    }
  })();
  try {
    const result = await work();
    const seconds = (performance.now() - started) / 1000;
    return { result, samples, seconds, peak: Math.max(...samples) };
  } finally {
    going = false;
    await watching;
  }
};

const everyMs = 100;
