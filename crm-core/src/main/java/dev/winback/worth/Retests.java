package dev.winback.worth;

import dev.winback.shared.KeptRows;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.value.ReliabilityBin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the chances to win somebody back did, as the last night counted it. */
@Service
@Transactional
public class Retests {

  private static final String REPORT = "win-back-retest";
  private static final String BINS =
      """
      select b.n, b.customers, b.promised, b.came
        from unnest(:customers, :promised, :came) with ordinality as b (customers, promised, came, n)""";

  private final KeptRows rows;

  Retests(KeptRows rows) {
    this.rows = rows;
  }

  void keep(LocalDate day, List<ReliabilityBin> bins) {
    rows.keep(
        REPORT,
        day,
        BINS,
        Map.of(
            "customers", bins.stream().map(ReliabilityBin::customers).toArray(Integer[]::new),
            "promised", bins.stream().map(ReliabilityBin::promised).toArray(Double[]::new),
            "came", bins.stream().map(ReliabilityBin::came).toArray(Double[]::new)));
  }

  /** Empty as long as nobody was asked whose 13 weeks are over. */
  @Transactional(readOnly = true)
  public Optional<Retest> last(Actor actor) {
    actor.require(Permission.SEE_MODEL);
    var day = rows.day(REPORT);
    var bins =
        rows.rows(
            REPORT, "n int, customers int, promised float8, came float8", ReliabilityBin.class);
    return day == null || bins.isEmpty() ? Optional.empty() : Optional.of(new Retest(day, bins));
  }
}
