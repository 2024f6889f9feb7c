package dev.winback.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop tells it, the same from a file and from a webhook: the purchase, and the
 * customer who comes along with it.
 */
final class ShopOrder {

  private final String shop;
  private final Buyer buyer;
  private final Buyer.Columns columns;
  private final Translation purchase;
  private final Translation customer;
  private boolean counted = true;

  ShopOrder(String shop, long line, Buyer buyer, Buyer.Columns columns) {
    this.shop = shop;
    this.buyer = buyer;
    this.columns = columns;
    purchase = new Translation(line);
    customer = new Translation(line);
  }

  /** The number is one of all shops of the system, whichever this one is. */
  ShopOrder everywhere(boolean everywhere) {
    counted = !everywhere;
    return this;
  }

  /** The time is the order's own; the later one, if any, is that of this version. */
  ShopOrder at(@Nullable String time, String from, @Nullable String updated, String updatedFrom) {
    purchase.say("time", time, from).sayIfTold("updated_at", updated, updatedFrom);
    customer.say("updated_at", updated == null ? time : updated, from);
    return this;
  }

  /** A field of the purchase under our name for it. */
  ShopOrder say(String column, @Nullable String value, String from) {
    purchase.say(column, value, from);
    return this;
  }

  ShopOrder sayIfTold(String column, @Nullable String value, String from) {
    purchase.sayIfTold(column, value, from);
    return this;
  }

  /**
   * Nothing given back is left unsaid, as a webhook does; what is no number is said and refused.
   */
  ShopOrder refunded(@Nullable String amount, String from) {
    boolean none = amount == null || amount.matches("[+-]?[0.,' ]*");
    return none ? this : say("refunded", amount, from);
  }

  /** One coupon is kept: ours before the shop's own. */
  ShopOrder coupons(List<String> codes, String from) {
    purchase.say("coupon", CouponCodes.kept(codes), from);
    return this;
  }

  ShopOrder goods(Goods goods, String from) {
    purchase.say("items", goods.text(), from).say("units", goods.units(), from);
    return this;
  }

  List<Entry> entries(Values values) {
    var host = counted ? values.shop() : null;
    purchase.say("source", SeveralShops.source(shop, host), columns.id());
    // his number in another shop is somebody else's in the first
    var number = (host == null ? buyer : buyer.withoutId()).number(shop, columns, values);
    purchase.say("customer", number, buyer.numberFrom(columns));
    customer.say("customer", number, buyer.numberFrom(columns));
    buyer.tell(customer, columns);
    return List.of(customer.entry(ImportType.CUSTOMERS), purchase.entry(ImportType.PURCHASES));
  }
}
