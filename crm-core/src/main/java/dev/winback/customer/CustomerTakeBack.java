package dev.winback.customer;

import dev.winback.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes customers what they were before a run, and lets those go whom it added. */
@Component
class CustomerTakeBack {

  private static final String RESTORE = Sql.of(CustomerTakeBack.class, "restore-run.sql");
  private static final String REMOVE = Sql.of(CustomerTakeBack.class, "remove-run.sql");
  private static final String MAILBOXES = Sql.of(CustomerTakeBack.class, "run-mailboxes.sql");
  private static final String LIFT = Sql.of(CustomerTakeBack.class, "lift-run.sql");

  /** Rows that are made of facts hold nobody, and go with him. */
  private static final List<String> DERIVED =
      List.of("customer_category", "vip_member", "vip_move", "good_contact");

  private final JdbcClient jdbc;
  private final DuplicateGroups groups;
  private final ApplicationEventPublisher events;

  CustomerTakeBack(JdbcClient jdbc, DuplicateGroups groups, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.groups = groups;
    this.events = events;
  }

  /** Customers restored and gone. */
  long takeBack(RunBack back, long from, long until) {
    var told = mailboxes(back.run(), from, until);
    var touched = new ArrayList<>(restore(back, from, until));
    touched.addAll(remove(back.run(), from, until));
    lift(back, told);
    groups.regroup(touched);
    return touched.size();
  }

  private List<String> mailboxes(long run, long from, long until) {
    return jdbc.sql(MAILBOXES)
        .param("import", run)
        .param("from", from)
        .param("until", until)
        .query(String.class)
        .list();
  }

  /** What it had said against letters; those that it ended stand in line again. */
  private void lift(RunBack back, List<String> mailboxes) {
    jdbc.sql(LIFT)
        .param("import", back.run())
        .param("gone", back.gone())
        .param("addresses", mailboxes.toArray(String[]::new))
        .query(
            (row, n) ->
                new AddressRestored(
                    row.getString("address"), row.getTimestamp("since").toInstant()))
        .list()
        .forEach(events::publishEvent);
  }

  private List<Long> restore(RunBack back, long from, long until) {
    return jdbc.sql(RESTORE)
        .param("import", back.run())
        .param("gone", back.gone())
        .param("from", from)
        .param("until", until)
        .query(Long.class)
        .list();
  }

  private List<Long> remove(long run, long from, long until) {
    var gone =
        jdbc.sql(REMOVE.replace("{hanging}", hanging()))
            .param("import", run)
            .param("from", from)
            .param("until", until)
            .query(Long.class)
            .list();
    DERIVED.forEach(table -> forget(table, from, until));
    return gone;
  }

  private void forget(String table, long from, long until) {
    jdbc.sql(
            """
            delete from %s d where d.customer_id >= :from and d.customer_id < :until
              and not exists (select from customer c where c.id = d.customer_id)
            """
                .formatted(table))
        .param("from", from)
        .param("until", until)
        .update();
  }

  private String hanging() {
    return jdbc
        .sql(
            """
            select quote_ident(c.table_name)
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and c.column_name = 'customer_id' and t.table_type = 'BASE TABLE'
              and c.table_name not in ('customer_alias', 'customer_history', 'signal', 'care_plan')
              and c.table_name <> all (:derived)
            order by 1
            """)
        .param("derived", DERIVED.toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .map(t -> "and not exists (select from " + t + " o where o.customer_id = c.id)")
        .collect(Collectors.joining("\n  "));
  }
}
