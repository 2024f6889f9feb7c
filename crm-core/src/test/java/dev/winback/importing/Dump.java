package dev.winback.importing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All that is known of customers, free of keys that the database gave and of moments at which it
 * wrote: two ways to the same end have the same dump.
 */
@Component
class Dump {

  private static final String TABLES =
      """
      select quote_ident(c.table_name)
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'customer_id' and t.table_type = 'BASE TABLE'
      order by 1
      """;

  /** Of a table, and of what a row of it was before. */
  private static final String ROWS =
      """
      select '%1$s ' || c.ref || ' '
             || ((to_jsonb(t) - :given::text[])
                 || jsonb_build_object('was', coalesce(to_jsonb(t) -> 'was', '{}') - :given::text[]))::text
      from %1$s t join customer c on c.id = t.customer_id
      order by 1
      """;

  private static final String CUSTOMERS =
      "select 'customer ' || (to_jsonb(c) - :given::text[])::text from customer c order by 1";

  private static final String[] GIVEN = {
    "id",
    "customer_id",
    "fact_id",
    "import_id",
    "received_at",
    "replaced_at",
    "created_at",
    "version",
    "updated_at",
    "was",
    "purchase_id",
    "refund_id",
    "opened_at",
    "told",
    "touched"
  };

  private final JdbcClient jdbc;

  Dump(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> everything() {
    var rows =
        new ArrayList<>(jdbc.sql(CUSTOMERS).param("given", GIVEN).query(String.class).list());
    for (var table : jdbc.sql(TABLES).query(String.class).list()) {
      rows.addAll(jdbc.sql(ROWS.formatted(table)).param("given", GIVEN).query(String.class).list());
    }
    return rows;
  }
}
