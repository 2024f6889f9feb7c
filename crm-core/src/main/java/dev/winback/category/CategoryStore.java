package dev.winback.category;

import dev.winback.purchase.CustomerRange;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores categories by COPY into staging and a merge that writes only what changed. */
@Component
class CategoryStore {

  private static final String STAGING = Sql.of(CategoryStore.class, "staging.sql");
  private static final String MERGE = Sql.of(CategoryStore.class, "merge.sql");
  private static final String DROP = Sql.of(CategoryStore.class, "drop.sql");
  private static final String STORED = Sql.of(CategoryStore.class, "stored.sql");

  private final JdbcClient jdbc;
  private final Copy copy;

  CategoryStore(JdbcClient jdbc, Copy copy) {
    this.jdbc = jdbc;
    this.copy = copy;
  }

  /** Of a range of customers: reads what is stored, writes what differs. */
  long store(Comparing comparing, Ranking ranking, CustomerRange range) {
    var stored =
        STORED
            .replace(":begun", ranking.begun().toString())
            .replace(":from", Long.toString(range.from()))
            .replace(":until", Long.toString(range.until()));
    copy.out(stored, comparing::pass);
    return comparing.changed() == 0 ? 0 : write(comparing.rows()) + drop(comparing.gone());
  }

  /** Of customers judged by themselves. */
  long store(Map<Long, Category> found) {
    var rows = new BinaryRows();
    found.forEach((customer, category) -> row(rows, customer, category));
    return found.isEmpty() ? 0 : write(rows);
  }

  private long write(BinaryRows rows) {
    jdbc.sql(STAGING).update();
    copy.in("copy settled_category from stdin (format binary)", rows);
    return jdbc.sql(MERGE).update();
  }

  static void row(BinaryRows rows, long customer, Category category) {
    rows.row(10).bigint(customer).text(category.abc().name()).text(category.xyz().name());
    rows.bool(category.vip()).bool(category.fallen()).bool(category.candidate());
    rows.text(category.second() == null ? null : category.second().code());
    rows.integer(category.group().number()).money(category.value()).integer(category.aBy());
  }

  /** These have no category any more. */
  long drop(Collection<Long> customers) {
    return customers.isEmpty() ? 0 : jdbc.sql(DROP).param("ids", Sql.array(customers)).update();
  }

  /** The statement about these customers by an array parameter, or about all. */
  static String whose(String sql, String key, @Nullable Collection<Long> customers) {
    var condition = customers == null ? "true" : key + " = any (cast(:ids as bigint[]))";
    return sql.replace("/*whose*/", condition);
  }
}
