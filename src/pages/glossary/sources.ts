/** Where a definition comes from, as it is cited; names of works stay in their own language. */
export const SOURCES = {
  akaike1974:
    'Akaike 1974: A new look at the statistical model identification. IEEE Transactions on Automatic Control 19(6), 716–723',
  batislam2007:
    'Batislam, Denizel & Filiztekin 2007: Empirical validation and comparison of models for customer base analysis. International Journal of Research in Marketing 24(3), 201–209',
  berger1998:
    'Berger & Nasr 1998: Customer lifetime value: Marketing models and applications. Journal of Interactive Marketing 12(1), 17–30',
  blattberg1996:
    'Blattberg & Deighton 1996: Manage marketing by the customer equity test. Harvard Business Review 74(4), 136–144',
  efron1979:
    'Efron 1979: Bootstrap methods: Another look at the jackknife. Annals of Statistics 7(1), 1–26',
  ehrenberg1959:
    'Ehrenberg 1959: The pattern of consumer purchases. Applied Statistics 8(1), 26–41',
  fader2005easy:
    'Fader, Hardie & Lee 2005: “Counting your customers” the easy way: An alternative to the Pareto/NBD model. Marketing Science 24(2), 275–284',
  fader2005rfm:
    'Fader, Hardie & Lee 2005: RFM and CLV: Using iso-value curves for customer base analysis. Journal of Marketing Research 42(4), 415–430',
  fader2007:
    'Fader & Hardie 2007: How to project customer retention. Journal of Interactive Marketing 21(1), 76–90',
  fader2010contractual:
    'Fader & Hardie 2010: Customer-base valuation in a contractual setting: The perils of ignoring heterogeneity. Marketing Science 29(1), 85–93',
  fader2010discrete:
    'Fader, Hardie & Shang 2010: Customer-base analysis in a discrete-time noncontractual setting. Marketing Science 29(6), 1086–1108',
  fader2013: 'Fader & Hardie 2013: The gamma-gamma model of monetary value. Technical note',
  gupta2003:
    'Gupta & Lehmann 2003: Customers as assets. Journal of Interactive Marketing 17(1), 9–24',
  kaplan1958:
    'Kaplan & Meier 1958: Nonparametric estimation from incomplete observations. Journal of the American Statistical Association 53(282), 457–481',
  lorenz1905:
    'Lorenz 1905: Methods of measuring the concentration of wealth. Publications of the American Statistical Association 9(70), 209–219',
  mantel1966:
    'Mantel 1966: Evaluation of survival data and two new rank order statistics arising in its consideration. Cancer Chemotherapy Reports 50(3), 163–170',
  royston2013:
    'Royston & Parmar 2013: Restricted mean survival time: An alternative to the hazard ratio for the design and analysis of randomized trials with a time-to-event outcome. BMC Medical Research Methodology 13, 152',
  schmittlein1987:
    'Schmittlein, Morrison & Colombo 1987: Counting your customers: Who are they and what will they do next? Management Science 33(1), 1–24',
  wilson1927:
    'Wilson 1927: Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22(158), 209–212',
} as const;

export type Source = keyof typeof SOURCES;
