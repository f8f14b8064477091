import type { TimeUnit } from '../analysis/time-unit';
import { IDENTITY_ROLES, nameKeys, nameRank } from './column-names';
import type { TableRole } from './table-roles';

/**
 * How the columns of summaries and lifetimes are called, best name first, in the form that `nameKey` gives.
 * English, Vietnamese, Dutch, German; and as the packages of the field call them.
 */
const NAMES: Record<Exclude<TableRole, 'customer'>, string> = {
  count:
    'count customers customercount numberofcustomers numcustomers ncustomers customersingroup groupsize ' +
    'weight weights n sokhachhang soluongkhachhang soluong aantalklanten klanten aantal anzahlkunden ' +
    'kunden anzahl gewicht',
  x:
    'x xcal frequency repeatfrequency repeats repeatpurchases repeatorders repeattransactions repeatcount ' +
    'repeatoccasions solanmualai solanmuatiep donmualai herhaalaankopen herhalingsaankopen ' +
    'herhaalbestellingen herhalingen wiederkaufe wiederholungskaufe folgekaufe wiederholungen',
  occasions:
    'occasions purchaseoccasions orderdays purchasedays activedays daysordered visits visitdays ' +
    'distinctdays distinctorderdays songaymua songaymuahang songaydathang aankoopdagen besteldagen ' +
    'kooptdagen kauftage bestelltage einkaufstage',
  orders:
    'orders ordercount orderscount numberoforders numorders norders totalorders orderstotal purchases ' +
    'purchasecount numberofpurchases transactions transactioncount sodonhang sodon tongsodon tongsodonhang ' +
    'soluongdonhang aantalbestellingen aantalorders aantalaankopen bestellingen anzahlbestellungen ' +
    'bestellungen anzahlauftrage anzahlkaufe',
  tx:
    'tx txcal recency timetolast timetolastpurchase timetolastorder lasttime firsttolast ' +
    'thoigiandenlancuoi lanmuacuoisau tijdtotlaatste zeitbiszumletzten zeitbisletzterkauf',
  T:
    't tcal age customerage observed observedtime observationtime timeobserved timeinstudy ' +
    'thoigianquansat tuoikhachhang observatietijd waarnemingsduur leeftijd beobachtungszeit ' +
    'beobachtungsdauer kundenalter',
  first:
    'first firstdate firstorder firstorderdate firstorderday firstorderat firstpurchase firstpurchasedate ' +
    'firstpurchaseday firstday mindate customersince landau landautien ngaymuadau ngaymuadautien ' +
    'ngaydathangdautien donhangdautien ngaydautien eersteaankoop eerstebestelling eersteorder eerste ' +
    'eerstedatum datumeersteaankoop datumeerstebestelling klantsinds ersterkauf erstkauf erstkaufdatum ' +
    'erstebestellung erstbestellung datumersterkauf ersteskaufdatum erster erste kundeseit',
  last:
    'last lastdate lastorder lastorderdate lastorderday lastorderat lastpurchase lastpurchasedate ' +
    'lastpurchaseday lastday maxdate lancuoi ngaymuacuoi ngaymuacuoicung ngaymuagannhat ' +
    'ngaydathangcuoi donhangcuoi donhangcuoicung ngaycuoi laatsteaankoop laatstebestelling laatsteorder ' +
    'laatste laatstedatum datumlaatsteaankoop datumlaatstebestelling letzterkauf letztkauf ' +
    'letztkaufdatum letztebestellung datumletzterkauf letzteskaufdatum letzter letzte',
  m:
    'm mx zbar monetaryvalue monetary meanspend meanspending avgspend averagespend meanordervalue ' +
    'avgordervalue averageordervalue aov meanamount avgamount averageamount meanvalue meanrepeatspend ' +
    'meanofrepeats mrepeat meanspendrepeat chitieutrungbinh giatritrungbinh giatridontrungbinh ' +
    'trungbinhdonhang gemiddeldebesteding gemiddeldebedrag gemiddeldbedrag gemiddeldeorderwaarde ' +
    'gemiddeldebestelwaarde durchschnittlicherbestellwert mittlererbestellwert durchschnittsausgaben ' +
    'durchschnittsbetrag durchschnittswert mittelwert durchschnittlicherumsatz',
  revenue:
    'totalspend totalspent totalrevenue lifetimerevenue lifetimespend revenuetotal tongchitieu ' +
    'tongdoanhthu totaleomzet totaleuitgaven gesamtumsatz gesamtausgaben',
  duration:
    't duration time tenure lifetime survivaltime timetoevent timetochurn daysactive monthsactive ' +
    'months days weeks years thoiluong thoigian sothang songay thoigiangankket duur looptijd tijd ' +
    'duurtijd levensduur dauer laufzeit zeit lebensdauer vertragsdauer',
  event:
    'e event cens churn churned ended status observed eventobserved died dead death cancelled canceled ' +
    'left censored active alive retained sukien roibo dahuy huy ketthuc conhoatdong gebeurtenis ' +
    'opgezegd vertrokken beeindigd gecensureerd actief ereignis gekundigt gekuendigt abgewandert ' +
    'beendet zensiert aktiv',
  period:
    'period periods renewal renewals t time year month week age tenure survivaltime ky kyhan giahan ' +
    'thang nam periode jaar maand verlenging vernieuwing jahr monat verlangerung verlaengerung',
};

const UNITS: Record<TimeUnit, string> = {
  day: 'd day days ngay dag dagen tag tage tagen',
  week: 'w wk week weeks tuan weken woche wochen',
  month: 'mo month months thang maand maanden monat monate monaten',
  year: 'y yr year years nam jaar jaren jahr jahre jahren',
};

const UNIT_OF_WORD = new Map(
  (Object.entries(UNITS) as [TimeUnit, string][]).flatMap(([unit, words]) =>
    words.split(' ').map((word): [string, TimeUnit] => [word, unit]),
  ),
);

/** Words that stand between a name and its unit: `T in weeks`. */
const JOINING = new Set(['in', 'theo', 'per', 'pro']);

/** The words of a header, without case and accents: `t_x (Wochen)` gives t, x, wochen. */
function wordsOf(header: string): string[] {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The unit of time that a header names as its last word; null where it names none. */
export function unitInHeader(header: string): TimeUnit | null {
  return UNIT_OF_WORD.get(wordsOf(header).at(-1) ?? '') ?? null;
}

/** Keys under which a header may be known: as it is written, and without its unit. */
export function tableKeys(header: string): string[] {
  const words = wordsOf(header);
  const bare = words.slice(0, -1);
  while (JOINING.has(bare.at(-1) ?? '')) bare.pop();
  const unitless = unitInHeader(header) ? [bare.join('')] : [];
  return [...new Set([...nameKeys(header), words.join(''), ...unitless])].filter(
    (key) => key !== '',
  );
}

const RANKS = new Map<TableRole, Map<string, number>>(
  (Object.entries(NAMES) as [TableRole, string][]).map(([role, names]) => [
    role,
    new Map(names.split(' ').map((name, rank) => [name, rank])),
  ]),
);

/** Place of a header, given as its keys, among the names of a role, 0 for the best; -1 when it is none of them. */
export function tableRank(role: TableRole, keys: readonly string[]): number {
  if (role === 'customer') {
    for (const [place, [identity]] of IDENTITY_ROLES.entries()) {
      const rank = Math.max(...keys.map((key) => nameRank(identity, key)));
      if (rank >= 0) return place * 1000 + rank;
    }
    // One row a customer: the row's id is the customer's.
    return keys.includes('id') ? IDENTITY_ROLES.length * 1000 : -1;
  }
  const ranks = keys.flatMap((key) => RANKS.get(role)?.get(key) ?? []);
  if (ranks.length > 0) return Math.min(...ranks);
  // What a shop calls an amount is, in a summary, all that the customer brought.
  if (role !== 'revenue') return -1;
  const amounts = keys.map((key) => nameRank('amount', key)).filter((rank) => rank >= 0);
  return amounts.length > 0 ? 1000 + Math.min(...amounts) : -1;
}

/** What a header says of a mean: of the repeat purchases, of all, or nothing. */
export function meanInHeader(header: string): 'repeats' | 'all' | null {
  const words = wordsOf(header);
  if (words.some((word) => /^(?:repeats?|herhaal.*|wiederhol.*|folge.*|lai)$/.test(word)))
    return 'repeats';
  if (words.some((word) => /^(?:all|alle|aller|tatca)$/.test(word))) return 'all';
  return null;
}

/** Whether the header of an event column names those who are still there rather than those who left. */
export function namesTheStaying(header: string): boolean {
  return /^(?:censored|gecensureerd|zensiert|active|alive|retained|actief|aktiv|conhoatdong)$/.test(
    wordsOf(header).join(''),
  );
}

/** Whether the header of an observed time says `recency`, which others measure back from the end. */
export function saysRecency(header: string): boolean {
  return wordsOf(header).includes('recency');
}

/** Whether a header says that its column holds shares or counts. */
export function scaleInHeader(header: string): 'percent' | 'count' | null {
  if (header.includes('%')) return 'percent';
  const words = wordsOf(header);
  if (words.some((word) => /^(?:pct|percent|percentage|prozent|procent|phantram)$/.test(word)))
    return 'percent';
  if (words.some((word) => /^(?:count|customers|number|aantal|anzahl|soluong|n)$/.test(word)))
    return 'count';
  return null;
}
