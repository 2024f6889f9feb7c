package dev.winback.importing;

import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What stands beside a run: its parts, its money, what stayed of it. */
@Component
class RunFigures {

  private static final String CHECK_SUM = Sql.of(RunFigures.class, "check-sum.sql");

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final String firm;

  RunFigures(JdbcClient jdbc, ObjectMapper json, Settings settings) {
    this.json = json;
    firm = settings.currency().getCurrencyCode();
    this.jdbc = jdbc;
  }

  List<RunPart> parts(long id) {
    return jdbc.sql("select * from import_part where import_id = :id order by place")
        .param("id", id)
        .query(
            (row, n) ->
                new RunPart(
                    ImportType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                    row.getLong("rows"),
                    row.getLong("repeated"),
                    row.getLong("created"),
                    row.getLong("changed"),
                    row.getLong("customers"),
                    new RunPart.FoundBy(
                        row.getLong("by_mail"), row.getLong("by_phone"), row.getLong("by_name"))))
        .list();
  }

  RunWarning warning(long id) {
    return jdbc.sql(
            "select unread::text, owners_refused, coalesce(owner_line, 0) as line from import_run where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new RunWarning(
                    List.of(json.readValue(row.getString("unread"), String[].class)),
                    row.getLong("owners_refused"),
                    row.getLong("line"),
                    foreign(id)))
        .single();
  }

  private @Nullable ForeignMoney foreign(long id) {
    return jdbc.sql(
            """
            select x.currency, :firm as firm
              from (select currency, sum(orders) as orders, sum(sum(orders)) over () as all_orders
                      from import_total where import_id = :id group by currency) x
             where x.currency <> :firm and 2 * x.orders > x.all_orders
            """)
        .param("id", id)
        .param("firm", firm)
        .query(ForeignMoney.class)
        .optional()
        .orElse(null);
  }

  List<MonthTotal> totals(long id) {
    return jdbc.sql(
            """
            select upper(type) as type, currency, month, orders, case when type = 'refunds' then 0 else gross end as gross,
                   case when type = 'refunds' then gross else refunded end as refunded, others, first_at as first, last_at as last
            from import_total where import_id = :id order by type, currency, month
            """)
        .param("id", id)
        .query(MonthTotal.class)
        .list();
  }

  CheckSum checkSum(String shop) {
    return jdbc.sql(CHECK_SUM)
        .param("shop", shop)
        .param("orders", shop + ShopCustomers.ORDERS)
        .param("spent", shop + ShopCustomers.SPENT)
        .query(CheckSum.class)
        .single();
  }

  /** Of which shops files were said to be, and which one a member said last. */
  List<String> shops() {
    return jdbc.sql("select distinct shop from import_run where shop is not null order by shop")
        .query(String.class)
        .list();
  }

  @Nullable String lastShop(Actor actor) {
    return jdbc.sql(
            """
            select coalesce(shop, '') from import_run
             where member_id = :member and format ~ '^(shopify|woo-webtoffee|magento)-orders' order by id desc limit 1
            """)
        .param("member", actor.member())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  Map<String, String> members() {
    var members = new LinkedHashMap<String, String>();
    jdbc.sql(
            """
            select login, name from member m
            where exists (select from import_run i where i.member_id = m.id) order by name, login
            """)
        .query(
            row -> {
              members.put(row.getString("login"), row.getString("name"));
            });
    return members;
  }

  List<KeptRow> kept(long id, int limit) {
    return jdbc.sql(
            """
            select fact as kind, number, by_import as by_run, changed_at
            from import_kept where import_id = :id order by id limit :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query(KeptRow.class)
        .list();
  }
}
