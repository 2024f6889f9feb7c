package dev.winback.report;

import dev.winback.purchase.CustomerRange;
import dev.winback.shared.Sql;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the lost list and of the customer list, made anew of what they are made of. */
@Component
class ListRows {

  private static final RowsOf LOST = RowsOf.lost();
  private static final RowsOf CUSTOMERS = RowsOf.customers();

  private static final String TOUCHED = Sql.of(ListRows.class, "rows-touched.sql");
  private static final String ALONE = Sql.of(ListRows.class, "rows-alone.sql");

  /**
   * From here on a plan is made for the very customers: one that is kept expects ten of them, and
   * is kept because to make it takes longer (8 ms) than to write the rows of a customer.
   */
  private static final int MANY = 1_000;

  /**
   * So many customers of a range for each that is meant are read faster than those by themselves.
   */
  private static final int DENSE = 5;

  private final JdbcClient jdbc;

  ListRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Touched(long customer, boolean listed, boolean lost) {}

  /** Of all customers of whom this transaction has written what a row shows. */
  void settleTouched() {
    var touched = jdbc.sql(TOUCHED).query(Touched.class).list();
    if (touched.isEmpty()) {
      return;
    }
    // of both lists at once: whoever took locks a second time could wait for who waits for him
    alone(touched);
    settle(LOST, touched, of(touched, Touched::lost));
    settle(CUSTOMERS, touched, of(touched, Touched::listed));
  }

  private void alone(List<Touched> touched) {
    boolean many = touched.size() > MANY;
    alone(
        dense(touched) ? "{}" : Sql.array(of(touched, all -> true)),
        many ? "force_custom_plan" : "force_generic_plan");
  }

  private static boolean dense(List<Touched> touched) {
    var range = range(touched);
    return touched.size() > MANY && range.until() - range.from() < (long) DENSE * touched.size();
  }

  private static CustomerRange range(List<Touched> touched) {
    return new CustomerRange(
        touched.get(0).customer(), touched.get(touched.size() - 1).customer() + 1);
  }

  private static List<Long> of(List<Touched> touched, Predicate<Touched> meant) {
    return touched.stream().filter(meant).map(Touched::customer).toList();
  }

  private void settle(RowsOf rows, List<Touched> touched, List<Long> meant) {
    if (meant.isEmpty()) {
      return;
    }
    if (dense(touched)) {
      jdbc.sql(rows.of(range(touched))).update();
    } else {
      jdbc.sql(rows.ofSome()).param("ids", Sql.array(meant)).update();
    }
  }

  /** Of a range of customers, the rows of the lost list; those that changed. */
  long settleLost(CustomerRange range) {
    return settle(LOST, range);
  }

  /** The same of the customer list. */
  long settleCustomers(CustomerRange range) {
    return settle(CUSTOMERS, range);
  }

  private long settle(RowsOf rows, CustomerRange range) {
    alone("{}", "auto");
    return jdbc.sql(rows.of(range)).update();
  }

  private void alone(String customers, String plans) {
    jdbc.sql(ALONE)
        .param("ids", customers)
        .param("plans", plans)
        .query((row, n) -> row.getLong(1))
        .single();
  }
}
