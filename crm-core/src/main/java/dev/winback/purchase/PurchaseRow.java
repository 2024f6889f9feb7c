package dev.winback.purchase;

import dev.winback.shared.BinaryColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The purchase that streams by just now. Ten million of them pass in a night, so it is one object
 * that shows each in turn, with money as whole cents.
 */
public final class PurchaseRow {

  /** Stands for a margin that nobody told. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private long customer;
  private long micros;
  private long net;
  private long margin = UNKNOWN;
  private int units;
  private String currency = "";
  private boolean counting;
  private boolean pending;

  PurchaseRow() {}

  /** The columns of {@code stream.sql} in their order. */
  PurchaseRow read(BinaryColumns columns) throws SQLException {
    customer = columns.bigint();
    micros = columns.bigint();
    long amount = columns.cents();
    net = amount - columns.cents();
    margin = columns.centsOr(UNKNOWN);
    units = columns.integerOr(0);
    if (net != amount) {
      margin = margin == UNKNOWN ? UNKNOWN : left(margin, amount);
      units = (int) left(units, amount);
    }
    currency = columns.text(currency);
    counting = columns.bool();
    pending = columns.bool();
    return this;
  }

  /** What a refund leaves of something that was sold for this amount. */
  private long left(long whole, long amount) {
    return BigDecimal.valueOf(whole)
        .multiply(BigDecimal.valueOf(net))
        .divide(BigDecimal.valueOf(amount), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  public long customer() {
    return customer;
  }

  public Instant at() {
    return BinaryColumns.moment(micros);
  }

  /** Seconds since 1970. */
  public long second() {
    return BinaryColumns.second(micros);
  }

  /** Microseconds as {@link BinaryColumns#moment(long)} reads them. */
  public long micros() {
    return micros;
  }

  /** The amount without what was refunded, in cents. */
  public long net() {
    return net;
  }

  /** In cents, without the part of what was refunded, or {@link #UNKNOWN}. */
  public long margin() {
    return margin;
  }

  /** Without the part of what was refunded; 0 when nobody told. */
  public int units() {
    return units;
  }

  public String currency() {
    return currency;
  }

  public boolean counting() {
    return counting;
  }

  /** Delivered or ordered, and not paid yet. */
  public boolean pending() {
    return pending;
  }
}
