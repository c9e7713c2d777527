/** What keeps an instance from serving, or null; `null` for each is what ready means. */
export type Readiness = Readonly<Record<string, ReadinessFault | null>>;

/** Words that anyone may read: a probe answers whoever asks. */
export type ReadinessFault = "does not answer" | "not up to date" | "shutting down";
