package dev.winback.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was in an order, told by a file or by a shop: names with their quantities. */
public final class Goods {

  /** A list beyond it is cut off: nobody reads it, and the customer's page shows it. */
  private static final int LONGEST = 2_000;

  private final List<String> names = new ArrayList<>();
  private BigDecimal units = BigDecimal.ZERO;

  public void add(@Nullable String name, @Nullable BigDecimal quantity) {
    var count = quantity == null ? BigDecimal.ONE : quantity;
    units = units.add(count);
    if (name != null) {
      boolean one = count.compareTo(BigDecimal.ONE) == 0;
      names.add(one ? name : count.stripTrailingZeros().toPlainString() + " × " + name);
    }
  }

  public @Nullable String text() {
    var text = String.join(", ", names);
    return text.isEmpty()
        ? null
        : text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** Whole pieces only: half a metre of cloth is no unit. */
  public @Nullable String units() {
    boolean whole = units.signum() > 0 && units.stripTrailingZeros().scale() <= 0;
    return whole ? units.toBigInteger().toString() : null;
  }
}
