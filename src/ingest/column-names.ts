import type { IdentityKind, Role } from './roles';

/**
 * How shops call their columns, best name first, in the form that `nameKey` gives: no case, spaces or
 * diacritics. English, Vietnamese, Dutch, German, and the commonest French and Spanish ones.
 */
export const NAMES: Record<Exclude<Role, 'customer'> | 'customerId', string> = {
  customerId:
    'customeruniqueid customerid customerkey customerno customernumber customernr customercode custid ' +
    'custno customer clientid clientno clientnumber client userid user buyerid buyer memberid member ' +
    'membernumber shopperid shopper accountid accountno accountnumber account householdid household ' +
    'subscriberid contactid personid donorid patronid visitorid consumerid cid uid loyaltyid ' +
    'loyaltycard cardnumber makhachhang makh idkhachhang khachhangid khachhang mathanhvien klantnummer ' +
    'klantnr klantid klantcode klant debiteurnummer debiteur kundennummer kundennr kundenid kundeid ' +
    'kundencode kunde kdnr debitorennummer debitor idclient clientecodigo codigocliente clienteid ' +
    'idcliente cliente numeroclient',
  email:
    'customeremail email emailaddress billingemail buyeremail contactemail useremail mail ' +
    'fromemailaddress emailadres emailadresse mailadresse thudientu emailkhachhang correo courriel',
  phone:
    'customerphone phone phonenumber billingphone mobile mobilephone mobilenumber telephone tel cellphone ' +
    'sodienthoai sdt dienthoai sodt sdtkhachhang telefoon telefoonnummer telefon telefonnummer handynummer ' +
    'mobielnummer telefono',
  name:
    'customername clientname buyername billingname fullname name tenkhachhang tenkh hoten hovaten ' +
    'klantnaam naam kundenname nombre nom',
  date:
    'orderdate date createdat orderpurchasetimestamp purchasedate purchasedat orderedat orderedon ' +
    'invoicedate transactiondate transactiontimestamp transactiontime saledate salesdate datetime ' +
    'timestamp ordertime orderdatetime datecreated datepaid paidat paymentdate paiddate created ' +
    'createddate createdon createdonutc createddateutc createdutc purchasepoint dateordered dateofpurchase ' +
    'dateoforder eventtime eventdate orderplaced processedat bookingdate visitdate day ' +
    'ngaydathang ngaydat ngaytao ngaylap ngaymua ngayban ngayhoadon ngaygiaodich ngaychungtu ' +
    'ngaythanhtoan thoigiandat thoigiantao thoigian ngay besteldatum datum orderdatum aankoopdatum ' +
    'factuurdatum bestelddatum aangemaaktop bestelldatum rechnungsdatum kaufdatum auftragsdatum ' +
    'belegdatum buchungsdatum erstelltam bestelltam fecha fechapedido datecommande',
  amount:
    'amount ordertotal totalamount orderamount ordervalue totalprice grandtotal grandtotalbase total ' +
    'totalsales totalpaid amountpaid paidamount totalrevenue revenue netsales netrevenue netamount sales ' +
    'salesvalue salesamount saleamount purchaseamount transactionamount invoiceamount invoicetotal ' +
    'paymentvalue paymentamount linetotal lineamount itemtotal lineprice gross grossamount grosssales net ' +
    'turnover value spend spent monetary subtotal price ' +
    'tongtien tongcong tongthanhtoan tongtienthanhtoan thanhtien tongtienhang sotien doanhthu khachdatra ' +
    'giatri giatridonhang tonggiatri totaalbedrag totaal bedrag orderbedrag ordertotaal factuurbedrag ' +
    'eindbedrag omzet prijs gesamtbetrag gesamtsumme gesamt gesamtpreis betrag bestellwert ' +
    'rechnungsbetrag auftragswert summe umsatz endbetrag preis montant montanttotal importe importetotal ' +
    'monto',
  order:
    'orderid ordernumber orderno ordernr order ordername invoiceno invoicenumber invoiceid invoice ' +
    'transactionid transactionno transactionnumber transaction basketid basket receiptid receiptnumber ' +
    'receiptno receipt ticketid ticketnumber checkoutid cartid saleid purchaseid documentno madonhang ' +
    'mahoadon madon sodonhang sohoadon mahd donhang hoadon machungtu bestelnummer bestelnr bestelling ' +
    'ordernummer factuurnummer bonnummer bestellnummer bestellnr bestellung rechnungsnummer rechnungsnr ' +
    'auftragsnummer auftragsnr belegnummer belegnr numerocommande numeropedido pedido idpedido',
  quantity:
    'quantity qty units quantityordered orderquantity itemquantity lineitemquantity unitssold ' +
    'soluong sl soluongban aantal hoeveelheid menge anzahl stuck stueck cantidad quantite',
  unitPrice:
    'unitprice priceperunit priceeach itemprice lineitemprice productprice price unitcostprice dongia ' +
    'giaban gia stukprijs eenheidsprijs prijsperstuk stuckpreis stueckpreis einzelpreis precio prixunitaire',
  status:
    'orderstatus status financialstatus paymentstatus transactionstatus orderstate trangthai ' +
    'trangthaidonhang tinhtrang tinhtrangdonhang bestelstatus orderstatusnaam bestellstatus ' +
    'auftragsstatus zustand estado statut',
  currency:
    'currency currencycode ordercurrency currencyiso tiente loaitien donvitiente valuta munteenheid munt ' +
    'wahrung waehrung moneda devise',
  discount:
    'discountamount discount discounts totaldiscount totaldiscounts orderdiscount couponamount ' +
    'discountvalue retaildisc giamgia chietkhau tiengiamgia tongchietkhau khuyenmai korting ' +
    'kortingsbedrag rabatt nachlass descuento remise',
  refund:
    'refundedamount refundamount amountrefunded refund refunds refunded totalrefunded refundtotal hoantien ' +
    'tienhoan sotienhoan tienhoantra terugbetaald terugbetaling terugbetaaldbedrag erstattung erstattet ' +
    'erstattungsbetrag ruckerstattung rueckerstattung reembolso',
  tax:
    'taxes tax taxamount totaltax ordertax salestax vat vatamount gst thue thuegtgt tienthue vatthue btw ' +
    'btwbedrag mwst mehrwertsteuer ust umsatzsteuer steuer steuern tva iva',
  shipping:
    'shipping shippingcost shippingamount shippingfee shippingtotal ordershipping shippingprice ' +
    'deliveryfee deliverycost delivery freight freightvalue postage phivanchuyen phiship vanchuyen ' +
    'phigiaohang verzendkosten verzending bezorgkosten versandkosten versand lieferkosten envio',
  commission:
    'commission commissionfee commissionamount hoahong phihoahong commissie provision kommission comision',
  fee:
    'fee fees transactionfee transactionfees processingfee paymentfee platformfee stripefee paypalfee ' +
    'phi phigiaodich phisan phithanhtoan transactiekosten gebuhr gebuhren gebuehr gebuehren ' +
    'transaktionsgebuhr',
  cost:
    'cost costs cogs costofgoods costofgoodssold productcost totalcost costprice costtoserve giavon ' +
    'chiphi tienvon inkoopprijs inkoopwaarde kostprijs kosten einkaufspreis wareneinsatz herstellkosten',
  referredBy:
    'referredby referrerid referrercustomerid referralid referredbycustomer referredbyid invitedby ' +
    'nguoigioithieu magioithieu doorverwezendoor aangebrachtdoor geworbenvon empfohlenvon parrain',
  endDate:
    'enddate endedat endsat subscriptionend subscriptionenddate contractend contractenddate ' +
    'cancellationdate canceldate churndate terminationdate expirydate expirationdate ngayketthuc ' +
    'ngayhethan einddatum opzegdatum enddatum vertragsende kundigungsdatum kuendigungsdatum',
  eventType: 'eventtype transactiontype recordtype',
  // A shop's `cancelled_at` voids an order, a subscription's ends a contract: only a known layout tells.
  cancelledAt: '',
  time: 'time timeofday hour tijd uhrzeit gio giodat',
};

/** Descriptions worth keeping when a column is called so. */
export const ATTRIBUTE_NAMES = new Set(
  (
    'channel saleschannel source utmsource medium campaign country shippingcountry billingcountry region ' +
    'city province state store storeid storename location branch category productcategory product plan ' +
    'planname tier segment gender agegroup paymentmethod device discountcode coupon couponcode consent ' +
    'acceptsmarketing language kenh kenhban kenhbanhang chinhanh cuahang thanhpho tinh quocgia danhmuc ' +
    'nhomhang kanaal kanal land stad stadt provincie regio categorie kategorie winkel filiale geslacht ' +
    'geschlecht abonnement tarif'
  ).split(' '),
);

/** The identity each role of a customer column gives, best first. */
export const IDENTITY_ROLES: readonly [keyof typeof NAMES, IdentityKind][] = [
  ['customerId', 'id'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['name', 'name'],
];

/**
 * A header as it is compared: `Ngày đặt hàng` and `ngay_dat_hang` alike, `Order ID` and `OrderId` alike.
 * Letters and digits of any script are kept, the rest is dropped.
 */
export function nameKey(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Keys to try for a header: whole, without what stands in brackets, without a currency at its end. */
export function nameKeys(header: string): string[] {
  const whole = nameKey(header);
  const bare = nameKey(header.replace(/[([{].*?[)\]}]/g, ''));
  const withoutCurrency = nameKey(header.replace(/[\s_\-/]+(?:in\s)?[A-Z]{3}$/i, ''));
  return [...new Set([whole, bare, withoutCurrency])].filter((key) => key !== '');
}

const RANKS = new Map<keyof typeof NAMES, Map<string, number>>();

/** Place of a key among the names of a role, 0 for the best; -1 when it is none of them. */
export function nameRank(role: keyof typeof NAMES, key: string): number {
  let ranks = RANKS.get(role);
  if (!ranks) {
    ranks = new Map(NAMES[role].split(/\s+/).map((name, rank) => [name, rank]));
    RANKS.set(role, ranks);
  }
  return ranks.get(key) ?? -1;
}
