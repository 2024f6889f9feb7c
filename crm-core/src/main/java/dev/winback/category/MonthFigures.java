package dev.winback.category;

import java.util.Map;

/** The head of a VIP table (MEA-12): all who brought something in a month, and the VIPs of them. */
final class MonthFigures {

  final int month;
  final Hash members = new Hash();
  int payers;
  int vips;
  long bills;
  long paid;
  long used;
  long vipBills;
  long vipPaid;
  long vipUsed;

  MonthFigures(int month) {
    this.month = month;
  }

  void see(Months m, Vips ranks, Criterion criterion) {
    long value = m.month(criterion, month);
    if (value <= 0) {
      return;
    }
    payers++;
    long billed = m.month(Criterion.PURCHASES, month);
    long payment = m.month(Criterion.AMOUNT, month);
    long use = m.month(Criterion.RENDERED, month);
    bills += billed;
    paid += payment;
    used += use;
    if (ranks.takes(m, month)) {
      vips++;
      vipBills += billed;
      vipPaid += payment;
      vipUsed += use;
      members.see(m.customer, value, payment, use, billed, m.month(Criterion.UNITS, month));
    }
  }

  /** The parameters of {@code vip-month.sql} that tell of the month. */
  Map<String, Object> params() {
    return Map.of(
        "payers", payers,
        "vips", vips,
        "bills", bills,
        "paid", Criterion.AMOUNT.shown(paid),
        "used", Criterion.RENDERED.shown(used),
        "vip_bills", vipBills,
        "vip_paid", Criterion.AMOUNT.shown(vipPaid),
        "vip_used", Criterion.RENDERED.shown(vipUsed),
        "members_hash", members.value());
  }
}
