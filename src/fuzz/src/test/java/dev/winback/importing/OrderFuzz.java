package dev.winback.importing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winback.customer.Phones;
import dev.winback.shared.BusinessClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Any cells as a row of a shop's export, read to the end. */
class OrderFuzz {

  private static final List<Format> FORMATS =
      List.of(
          format(
              "Name,Email,Financial Status,Created at,Lineitem name,Lineitem quantity,Id,Total,"
                  + "Refunded Amount,Currency,Cancelled at,Discount Code,Phone,Billing Phone,"
                  + "Billing Name,Billing Zip,Billing Country"),
          format(
              "order_id,order_date,status,order_total,billing_email,customer_id,refund_items,"
                  + "coupon_items,line_item_1,billing_phone,billing_country,order_currency"),
          format(
              "ID,Purchase Date,Bill-to Name,Grand Total (Base),Status,Customer Email,"
                  + "Total Refunded"),
          format(
              "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Phone,"
                  + "Default Address Country Code,Total Spent,Total Orders"),
          format("Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,City"));

  private static Format format(String header) {
    return Formats.of(Header.of(List.of(header.split(","))), null);
  }

  @FuzzTest(maxDuration = "60s")
  void anyCellsAreReadOrHaveAReason(FuzzedDataProvider data) {
    var format = data.pickValue(FORMATS);
    var notation =
        new Notation(
            data.consumeBoolean() ? ',' : '.',
            data.consumeBoolean(),
            data.consumeBoolean(),
            data.consumeBoolean());
    var clock = new BusinessClock(Phones.SETTINGS);
    var members = new KnownMembers(Map.of(), Set.of(), new RefusedOwners());
    var values =
        new Values(notation, clock, members, Phones.german(), Phones.SETTINGS.currency(), null);
    var cells = new ArrayList<String>();
    while (data.remainingBytes() > 0 && cells.size() < 17) {
      cells.add(data.consumeString(40));
    }
    try {
      format.translate(List.of(new RawRow(2, cells)), values).forEach(one -> read(one, values));
    } catch (BadCell refused) {
      // comes back with its reason
    }
  }

  private static void read(Entry entry, Values values) {
    if (entry.type() == ImportType.CUSTOMERS) {
      CustomerColumns.read(entry.cells(), values);
    } else {
      PurchaseColumns.read(entry.cells(), values);
    }
  }
}
