import { limits } from "../shared/limits.ts";

/** A tax rate or percentage in basis points: 1900 is 19 %. An integer from 0 to 10 000. */
export type BasisPoints = number;

/** 100 %, in basis points. */
export const WHOLE: BasisPoints = 10_000;

export const isRate = (value: number): value is BasisPoints =>
  Number.isInteger(value) && value >= 0 && value <= limits.rate;
