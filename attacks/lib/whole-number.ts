/** A setting of an attack. A typo is no verdict: what is no whole number from 1 on stops the program. */
export const wholeNumber = (name: string, preset: number): number => {
  const given = process.env[name];
  const value = given === undefined || given === "" ? preset : Number(given);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  console.error(`${name} must be a whole number from 1 on, not ${JSON.stringify(given)}.`);
  process.exit(2);
};
