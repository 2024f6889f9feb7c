package dev.winback.shop;

import dev.winback.shared.Sql;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Webhooks that were refused: whoever mistyped a secret or a host sees it before they are lost. */
@Component
class ShopRefusals {

  private static final String REFUSE = Sql.of(ShopRefusals.class, "refuse.sql");

  /** As many letters as a host can have. */
  private static final int LONGEST = 253;

  private final JdbcClient jdbc;

  ShopRefusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(ShopSystem system, String why, @Nullable String sender) {
    jdbc.sql(REFUSE)
        .param("system", system.word())
        .param("why", why)
        .param("sender", sender == null ? null : shown(sender))
        .update();
  }

  /** Anybody can say anything in a header. */
  private static String shown(String sender) {
    var text = sender.replaceAll("\\p{C}+", " ").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  List<ShopRefusal> lately() {
    return jdbc.sql(
            """
            select system, why, sender, times, first_at, last_at from shop_refusal
            where last_at > clock_timestamp() - interval '7 days' order by system, why
            """)
        .query(
            (row, n) ->
                new ShopRefusal(
                    ShopSystem.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getTimestamp(5).toInstant(),
                    row.getTimestamp(6).toInstant()))
        .list();
  }
}
