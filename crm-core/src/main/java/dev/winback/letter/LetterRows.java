package dev.winback.letter;

import dev.winback.customer.Search;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads letters for lists and pages. */
@Component
class LetterRows {

  private static final String LIST = Sql.of(LetterRows.class, "letters.sql");
  private static final String COUNT = Sql.of(LetterRows.class, "letter-count.sql");
  private static final String ONE =
      Sql.of(LetterRows.class, "letter.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String BESIDE = Sql.of(LetterRows.class, "letters-beside.sql");
  private static final String BALANCE = Sql.of(LetterRows.class, "balance.sql");

  /** Of a list that is gone through: as a condition by itself it would be a join. */
  private static final String KNOWN =
      "case when e.customer_id in (/*visible customers*/) then true else false end";

  /** Of a count: letters are looked up by customers. */
  private static final String LOOKED_UP = "e.customer_id = any (array(/*visible customers*/))";

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  LetterRows(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<LetterRow> list(LetterFilter filter, long before, int limit, Actor actor) {
    return filtered(Pieces.limited(whose(LIST, KNOWN, actor), limit), filter, actor)
        .param("before", before)
        .query((row, nr) -> row(row))
        .list();
  }

  void each(LetterFilter filter, Actor actor, Consumer<LetterRow> sink) {
    var sql = Pieces.limited(whose(LIST, KNOWN, actor), null);
    var all = filtered(sql, filter, actor).param("before", Long.MAX_VALUE);
    try (var rows = all.withFetchSize(500).query((row, nr) -> row(row)).stream()) {
      rows.forEach(sink);
    }
  }

  long count(LetterFilter filter, int most, Actor actor) {
    return filtered(Pieces.limited(whose(COUNT, LOOKED_UP, actor), most), filter, actor)
        .query(Long.class)
        .single();
  }

  /** The newest stand first, as in the list. */
  LetterPlace place(LetterFilter filter, LetterId id, Actor actor) {
    var upwards = beside(filter, "since", id, "asc", 2, actor);
    boolean there = upwards.contains(id);
    return new LetterPlace(
        upwards.stream().filter(other -> !other.equals(id)).findFirst().orElse(null),
        beside(filter, "before", id, "desc", 1, actor).stream().findFirst().orElse(null),
        there ? number(beside(filter, "since", id, "asc", Letters.COUNTED + 1, actor)) : null);
  }

  private static @Nullable Integer number(List<LetterId> upTo) {
    return upTo.size() > Letters.COUNTED ? null : Integer.valueOf(upTo.size());
  }

  private List<LetterId> beside(
      LetterFilter filter, String side, LetterId id, String order, int limit, Actor actor) {
    var params = filter.params();
    params.put(side, id.value());
    var sql = Pieces.limited(whose(BESIDE, KNOWN, actor), limit).replace("/*order*/", order);
    var asked = Pieces.asked(Search.in(Visible.in(sql, actor), params), params);
    return jdbc.sql(asked.replace("/*states*/", filter.stateNames()))
        .params(Visible.to(actor))
        .params(params)
        .query((row, nr) -> new LetterId(row.getLong("id")))
        .list();
  }

  private static String whose(String sql, String few, Actor actor) {
    return sql.replace("/*whose*/", actor.may(Permission.SEE_ALL_CUSTOMERS) ? "true" : few);
  }

  private JdbcClient.StatementSpec filtered(String sql, LetterFilter filter, Actor actor) {
    var params = filter.params();
    var asked = Pieces.asked(Search.in(Visible.in(sql, actor), params), params);
    return jdbc.sql(asked.replace("/*states*/", filter.stateNames()))
        .params(Visible.to(actor))
        .params(params);
  }

  Optional<LetterDetail> detail(LetterId id, Actor actor) {
    return jdbc.sql(ONE)
        .params(Visible.to(actor))
        .param("id", id.value())
        .param("zone", clock.getZone().getId())
        .query((row, nr) -> detail(row))
        .optional();
  }

  List<BalanceLine> balance() {
    return jdbc.sql(BALANCE)
        .query(
            (row, nr) ->
                new BalanceLine(
                    row.getInt("rung"),
                    LetterStatus.ofState(row.getString("state")),
                    LetterPlanning.reason(row.getString("hold_reason")),
                    row.getLong("letters")))
        .list();
  }

  void requireRung(int number) {
    var found =
        jdbc.sql("select exists (select from rung where number = :number)")
            .param("number", number)
            .query(Boolean.class)
            .single();
    if (!found) {
      throw new NotFound("rung");
    }
  }

  private static LetterRow row(ResultSet row) throws SQLException {
    return new LetterRow(
        new LetterId(row.getLong("id")),
        row.getString("ref"),
        row.getString("display_name"),
        row.getInt("rung"),
        row.getObject("height", Integer.class),
        LetterStatus.ofState(row.getString("state")),
        LetterPlanning.reason(row.getString("hold_reason")),
        instant(row, "hold_until"),
        instant(row, "put_off_until"),
        row.getInt("percent"),
        row.getString("coupon"),
        row.getObject("due_on", LocalDate.class),
        instant(row, "announced_at"),
        instant(row, "sent_at"),
        new Trace(
            row.getString("address"), row.getString("message_id"), row.getString("smtp_reply")));
  }

  private static LetterDetail detail(ResultSet row) throws SQLException {
    var resendOf = row.getObject("resend_of", Long.class);
    return new LetterDetail(
        row(row),
        row.getString("address"),
        row.getString("subject"),
        row.getString("html"),
        row.getString("text"),
        row.getString("message_id"),
        row.getObject("valid_until", LocalDate.class),
        row.getObject("planned_at", OffsetDateTime.class).toInstant(),
        instant(row, "claimed_at"),
        instant(row, "ended_at"),
        row.getObject("smtp_code", Integer.class),
        row.getString("smtp_reply"),
        row.getInt("attempts"),
        row.getString("released_by"),
        resendOf == null ? null : new LetterId(resendOf),
        row.getString("resend_by"),
        row.getString("resend_reason"),
        LetterBasis.of(row),
        LatePurchase.of(row));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
