/** Codes of ISO 4217 in use, plus a few that shops still write. */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
    'GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD ' +
    'KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK ' +
    'NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS ' +
    'SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF ' +
    'XCD XOF XPF YER ZAR ZMW ZWL BTC ETH USDT USDC'
  ).split(' '),
);

/** Signs as shops write them. A bare dollar is taken for the US one unless the file says otherwise. */
const SIGNS = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['HK$', 'HKD'],
  ['NZ$', 'NZD'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['R$', 'BRL'],
  ['MX$', 'MXN'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['¥', 'JPY'],
  ['元', 'CNY'],
  ['円', 'JPY'],
  ['₫', 'VND'],
  ['Đ', 'VND'],
  ['₹', 'INR'],
  ['RS', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₡', 'CRC'],
  ['₲', 'PYG'],
  ['₸', 'KZT'],
  ['ZŁ', 'PLN'],
  ['KČ', 'CZK'],
  ['FT', 'HUF'],
  ['LEI', 'RON'],
  ['KR', 'KR'],
  ['FR', 'CHF'],
  ['RP', 'IDR'],
  ['RM', 'MYR'],
]);

/** Code of a currency written as `EUR`, `eur`, `€` or `US$`; null when the text is no currency. */
export function currencyCode(text: string): string | null {
  const upper = text.trim().toUpperCase().replace(/\.$/, '');
  if (CODES.has(upper)) return upper;
  return SIGNS.get(upper) ?? null;
}

/** A cell of a currency column: its code, or its own text in upper case where we know no such currency. */
export function currencyOfCell(text: string): string {
  return currencyCode(text) ?? text.trim().toUpperCase();
}
