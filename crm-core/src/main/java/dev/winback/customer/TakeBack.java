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
  long take(RunBack back, long from, long until, Set<CustomerId> touched) {
    return take(restore, back, from, until, touched) + take(remove, back, from, until, touched);
  }

  /** Each row names the customers it touches. */
  private long take(
      String statement, RunBack back, long from, long until, Set<CustomerId> touched) {
    var rows =
        jdbc.sql(statement)
            .param("import", back.run())
            .param("gone", back.gone())
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
