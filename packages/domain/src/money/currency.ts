import type { Brand } from "../shared/brand.ts";

/** An ISO 4217 alphabetic code that {@link isCurrency} accepted. */
export type Currency = Brand<string, "Currency">;

// ISO 4217 list one (active codes), grouped by the exponent of the minor unit.
// Codes without a minor unit (metals, test and fund codes marked N.A.) are no means of payment.
const codesByExponent: Readonly<Record<0 | 2 | 3 | 4, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(" ").map((code) => [code, Number(exponent)] as const),
  ),
);

/** Every accepted code, for adapters that publish the list. */
export const currencies: readonly string[] = [...exponents.keys()].sort();

/** Is this an active ISO 4217 code with a minor unit? Upper case only. */
export const isCurrency = (code: string): code is Currency => exponents.has(code);

/** Digits after the decimal point of the currency's major unit (ISO 4217): JPY 0, EUR 2, KWD 3. */
export const currencyExponent = (currency: Currency): number => exponents.get(currency) ?? 2;
