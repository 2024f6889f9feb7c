package dev.winback.why;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of findings: appended, one of a lapse current. */
@Component
class FindingRows {

  private static final String KNOWN = Sql.of(FindingRows.class, "known.sql");
  private static final String HISTORY = Sql.of(FindingRows.class, "history.sql");
  private static final String ADD = Sql.of(FindingRows.class, "add.sql");
  private static final String UNDO = Sql.of(FindingRows.class, "undo.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  FindingRows(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Finding> known(LapseId lapse) {
    return jdbc.sql(KNOWN).param("lapse", lapse.value()).query(Finding::of).optional();
  }

  /** The newest first, those of records that became part of the lapse too. */
  List<Finding> history(LapseId lapse) {
    return jdbc.sql(HISTORY).param("lapse", lapse.value()).query(Finding::of).list();
  }

  /** Where it was learnt and by whom; both null: from the customer, through a form. */
  record Source(@Nullable Actor actor, @Nullable Long call) {}

  void add(LapseId lapse, CustomerId customer, Overlay overlay, Source source) {
    jdbc.sql("update finding set current = false where lapse_id = :lapse and current")
        .param("lapse", lapse.value())
        .update();
    var row =
        jdbc.sql(ADD)
            .param("lapse", lapse.value())
            .param("customer", customer.value())
            .param("now", clock.utc())
            .param("member", source.actor() == null ? null : source.actor().member())
            .param("call", source.call())
            .param("said", columns(overlay))
            .param("whys", overlay.whys().toArray(String[]::new));
    for (var field : FindingField.values()) {
      row = row.param(field.column(), overlay.get(field));
    }
    row.update();
  }

  private static String[] columns(Overlay overlay) {
    return overlay.said().stream().map(FindingField::column).toArray(String[]::new);
  }

  /** The row counts no longer; if it was the current one, the one before it is again. */
  void undo(Finding finding) {
    jdbc.sql("update finding set current = false, undone_at = :now where id = :id")
        .param("now", clock.utc())
        .param("id", finding.id())
        .update();
    jdbc.sql(UNDO).param("lapse", finding.lapse()).update();
  }
}
