package dev.winback.importing;

import dev.winback.customer.MadeNumber;
import dev.winback.purchase.Cart;
import org.jspecify.annotations.Nullable;

/** Reads carts from rows. */
final class CartColumns {

  private CartColumns() {}

  static Cart read(Cells cells, Values values) {
    var contents = CartContents.of(cells.get("items"));
    var email = CustomerColumns.address(cells.get("email"), "email");
    return new Cart(
        cells.line(),
        customer(cells, email),
        cells.source(),
        cells.ownId(ImportType.CARTS),
        values.past(cells, "time"),
        email,
        contents.items(),
        values.notNegative(cells, "amount"),
        values.currency(cells, "currency"),
        cells.get("url"),
        cells.get("removed"),
        values.pastOrNone(cells, "left_at"),
        values.flag(cells, "ordered"),
        contents.goods(),
        Versions.of(cells, values),
        cells.given(Cart.SAID));
  }

  /** Who has no number yet is known by the address that he typed (DET-12). */
  private static String customer(Cells cells, @Nullable String email) {
    var customer = cells.key("customer");
    if (customer == null && email == null) {
      throw new BadCell("customer", "customer-or-email");
    }
    return customer == null ? MadeNumber.ofMail(String.valueOf(email)) : customer;
  }
}
