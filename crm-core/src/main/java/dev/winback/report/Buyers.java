package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers bought in months, as the night rolled it up: the counts and the names behind. */
@Component
class Buyers {

  /** Whose months a list is made of. */
  record Which(Span firsts, Span months, String who) {

    static final String ANY = "true";
    static final String REGULAR = "m.orders > 0 and m.regular";
    static final String OTHER = "m.orders > 0 and not m.regular";
  }

  private static final String LIST = Sql.of(Buyers.class, "buyers.sql");
  private static final String AFTER = "(b.first_month, b.customer_id) > (:after_month, :after_id)";

  /** A rep's own customers are few enough to be counted when he asks. */
  private static final String OWN =
      "("
          + RollUps.COUNTED.replace(
              "/*own*/", "join customer c on c.id = b.customer_id and /*visible*/")
          + ")";

  private final JdbcClient jdbc;

  Buyers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A statement over the tally: that of all, or of whom the actor sees. */
  JdbcClient.StatementSpec counted(String sql, Actor actor) {
    var tally = actor.may(Permission.SEE_ALL_CUSTOMERS) ? "buying_tally" : OWN;
    return jdbc.sql(Visible.in(sql.replace("/*tally*/", tally), actor)).params(Visible.to(actor));
  }

  Paged<Buyer> page(Which which, @Nullable String after, int limit, Actor actor) {
    var rows = list(which, Cursor.decode(after, 2), limit + 1, actor).query(Buyer.class).list();
    return Paged.of(rows, limit, buyer -> Cursor.encode(buyer.firstMonth(), buyer.id()));
  }

  void export(Which which, Actor actor, Consumer<Buyer> sink) {
    actor.require(Permission.EXPORT);
    try (var rows = list(which, null, null, actor).withFetchSize(500).query(Buyer.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      Which which, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    var sql =
        Pieces.limited(LIST, limit)
            .replace("/*who*/", which.who())
            .replace("/*after*/", after == null ? "true" : AFTER);
    return jdbc.sql(Visible.in(sql, actor))
        .params(Visible.to(actor))
        .param("first", which.firsts().from())
        .param("last", which.firsts().to())
        .param("from", which.months().from())
        .param("to", which.months().to())
        .param("after_month", after == null ? null : after.number(0))
        .param("after_id", after == null ? null : after.number(1));
  }
}
