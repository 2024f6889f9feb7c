package dev.winback.report;

import dev.winback.customer.Search;
import dev.winback.lapse.KeptReports;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers were lost for, in number and money (UND-23): the largest first. */
@Service
@Transactional(readOnly = true)
public class ReasonReport {

  public static final List<String> BY = List.of("reason", "product", "member", "month");

  private static final String REPORT =
      Sql.of(ReasonReport.class, "reasons.sql").replace("/*where*/", LostCustomers.WHERE);

  /** Exact too, from what the night counted and what has changed since. */
  private static final String OF_ALL =
      Sql.of(ReasonReport.class, "reasons-of-all.sql")
          .replace("/*tally*/", Sql.of(ReasonReport.class, "tally-now.sql"));

  /** What a filter says of itself when nothing but stages is asked for. */
  private static final Set<String> STAGES = Set.of("stages", "direction", "q_part");

  /** What the page shows before anything is chosen. */
  private static final LostFilter EVER = LostFilter.opened(null, null);

  private static final String PRODUCT = "product";
  private static final String KEPT = "reasons-product";

  private final JdbcClient jdbc;
  private final KeptReports kept;
  private final BusinessClock clock;
  private final String currency;

  ReasonReport(JdbcClient jdbc, KeptReports kept, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** In what its money is counted. */
  public String currency() {
    return currency;
  }

  /** By reason when nothing is asked; each line counts what the lost list shows for it. */
  public List<ReasonLine> lines(@Nullable String by, LostFilter filter, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var asked = asked(by);
    if (day(by, filter, actor) != null) {
      return kept.rows(
          KEPT,
          "key text, name text, losses bigint, money numeric, guessed bigint, share numeric",
          ReasonLine.class);
    }
    return wholeStages(filter, actor) && !asked.equals(PRODUCT)
        ? ofAll(asked, filter)
        : counted(asked, filter, actor);
  }

  /** The day of the night that counted it; null: it is counted at this moment. */
  public @Nullable LocalDate day(@Nullable String by, LostFilter filter, Actor actor) {
    var ever = EVER.params().get("stages");
    return asked(by).equals(PRODUCT)
            && wholeStages(filter, actor)
            && Arrays.equals((Object[]) ever, (Object[]) filter.params().get("stages"))
        ? kept.day(KEPT)
        : null;
  }

  /** Counts for the page of a large firm the goods of all losses, which it would for seconds. */
  @Transactional
  public void settle(LocalDate day) {
    var params = new HashMap<String, @Nullable Object>(LostPieces.of(EVER));
    params.put("by", PRODUCT);
    params.put("zone", clock.getZone().getId());
    params.put("currency", currency);
    var sql =
        EVER.category()
            .in(REPORT, "l")
            .replace("/*visible lost row*/", "true")
            .replace("/*stages*/", LostPieces.stageNames(EVER));
    kept.settle(KEPT, day, Pieces.asked(Search.in(sql, params), params), params);
  }

  private static boolean wholeStages(LostFilter filter, Actor actor) {
    return actor.may(Permission.SEE_ALL_CUSTOMERS)
        && filter.category().conditions().isEmpty()
        && filter.params().entrySet().stream()
            .allMatch(asked -> asked.getValue() == null || STAGES.contains(asked.getKey()));
  }

  private List<ReasonLine> ofAll(String by, LostFilter filter) {
    var direction = filter.params().get("direction");
    var asked = direction == null ? "tf" : direction.equals(true) ? "t" : "f";
    return jdbc.sql(OF_ALL.replace("/*stages*/", LostPieces.stageNames(filter)))
        .param("by", by)
        .param("directions", asked.split(""))
        .param("currency", currency)
        .query(ReasonLine.class)
        .list();
  }

  private List<ReasonLine> counted(String by, LostFilter filter, Actor actor) {
    return jdbc.sql(LostCustomers.asked(REPORT, filter, actor))
        .params(LostPieces.of(filter))
        .params(Visible.to(actor))
        .param("by", by)
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .query(ReasonLine.class)
        .list();
  }

  private static String asked(@Nullable String by) {
    var asked = by == null || by.isBlank() ? "reason" : by.strip();
    if (!BY.contains(asked)) {
      throw Refused.field("by", "reasons.refused.by", asked, String.join(", ", BY));
    }
    return asked;
  }
}
