package dev.winback.report;

import dev.winback.purchase.CustomerRange;
import dev.winback.shared.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the lost list, made anew of what they are made of. */
@Component
class LostRows {

  /** What the rows of all lapses say; of some, when what chooses them is put in. */
  private static final String ROWS =
      Sql.of(LostRows.class, "lost-rows.sql")
          .replace("/*left*/", Sql.of(LostRows.class, "left.sql"));

  private static final String WRITE =
      Sql.of(LostRows.class, "lost-rows-write.sql").replace("/*rows*/", ROWS);
  private static final String OF_CUSTOMERS =
      WRITE.replace("/*of l.customer_id*/", "and l.customer_id = any (:ids::bigint[])");
  private static final String TOUCHED = Sql.of(LostRows.class, "lost-rows-touched.sql");
  private static final String ALONE = Sql.of(LostRows.class, "lost-rows-alone.sql");

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

  LostRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of all customers of whom this transaction has written what a row shows. */
  void settleTouched() {
    var customers = jdbc.sql(TOUCHED).query(Long.class).list();
    if (customers.isEmpty()) {
      return;
    }
    long first = customers.get(0);
    long until = customers.get(customers.size() - 1) + 1;
    if (customers.size() > MANY && until - first < (long) DENSE * customers.size()) {
      settle(new CustomerRange(first, until));
    } else {
      settle(customers);
    }
  }

  private void settle(List<Long> customers) {
    var ids = Sql.array(customers);
    alone(ids, customers.size() > MANY ? "force_custom_plan" : "force_generic_plan");
    jdbc.sql(OF_CUSTOMERS).param("ids", ids).update();
  }

  /** Of a range of customers; the rows that changed. */
  long settle(CustomerRange range) {
    alone("{}", "auto");
    var of = "and $1 >= " + range.from() + " and $1 < " + range.until();
    return jdbc.sql(WRITE.replaceAll("/\\*of ([a-z_.]+)\\*/", of)).update();
  }

  private void alone(String customers, String plans) {
    jdbc.sql(ALONE)
        .param("ids", customers)
        .param("plans", plans)
        .query((row, n) -> row.getLong(1))
        .single();
  }
}
