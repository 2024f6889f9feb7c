package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
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

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String currency;

  ReasonReport(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
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
    return jdbc.sql(LostCustomers.asked(REPORT, filter, actor))
        .params(LostPieces.of(filter))
        .params(Visible.to(actor))
        .param("by", asked(by))
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
