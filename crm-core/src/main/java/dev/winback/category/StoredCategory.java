package dev.winback.category;

import dev.winback.shared.BinaryColumns;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The category that is stored of a customer, as {@code stored.sql} tells it. */
final class StoredCategory {

  private String abc = "";
  private String xyz = "";
  private boolean vip;
  private boolean fallen;
  private boolean candidate;
  private String second = "";
  private int group;
  private long value;
  private int aBy;
  private boolean knownBetter;

  /** One object for all rows. */
  StoredCategory read(BinaryColumns columns) throws SQLException {
    abc = columns.text(abc);
    xyz = columns.text(xyz);
    vip = columns.bool();
    fallen = columns.bool();
    candidate = columns.bool();
    second = columns.text(second);
    group = columns.smallint();
    value = columns.cents();
    aBy = columns.smallint();
    knownBetter = columns.bool();
    return this;
  }

  /** Judged by himself since the night began. */
  boolean knownBetter() {
    return knownBetter;
  }

  boolean is(Category category) {
    return abc.equals(category.abc().name())
        && xyz.equals(category.xyz().name())
        && vip == category.vip()
        && fallen == category.fallen()
        && candidate == category.candidate()
        && second.equals(code(category.second()))
        && group == category.group().number()
        && value == category.value().unscaledValue().longValue()
        && aBy == category.aBy();
  }

  private static String code(@Nullable SecondCategory second) {
    return second == null ? "" : second.code();
  }
}
