package dev.winback.customer;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes facts of one run back: what it changed is as before, what it added goes. */
class TakeBack {

  private final JdbcClient jdbc;
  private final String restore;
  private final String remove;

  TakeBack(FactTable<?> table, JdbcClient jdbc) {
    this.jdbc = jdbc;
    restore = table.sql("fact-restore.sql");
    remove = table.sql("fact-remove.sql");
  }

  /** Facts taken back; their customers are added to those touched. */
  long take(long run, long from, long until, Set<CustomerId> touched) {
    return take(restore, run, from, until, touched) + take(remove, run, from, until, touched);
  }

  /** Each row names the customers it touches. */
  private long take(String statement, long run, long from, long until, Set<CustomerId> touched) {
    var rows =
        jdbc.sql(statement)
            .param("import", run)
            .param("from", from)
            .param("until", until)
            .query(
                (row, n) -> {
                  for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    touched.add(new CustomerId(row.getLong(i)));
                  }
                  return n;
                })
            .list();
    return rows.size();
  }
}
