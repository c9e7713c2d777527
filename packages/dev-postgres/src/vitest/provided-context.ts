declare module "vitest" {
  /** What tests/global-setup.ts hands to every test file. */
  interface ProvidedContext {
    /** The test server's superuser URL. */
    postgresUrl: string;
    /** The migrated database to clone from. */
    postgresTemplate: string;
  }
}

export {};
