package dev.winback.signal;

import dev.winback.shared.KeptRows;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at the data and proposes classes of silence (days.md, "Traps"): customers who order every
 * 34 days get 45/90/180. The first class is a third longer than the median gap, in steps of 15
 * days; the others are twice and four times as long.
 */
@Component
class Proposals {

  /** Customers with a repeat below which the data say nothing (science.md, "late"). */
  static final int FEWEST = 30;

  private static final int STEP = 15;
  private static final int LONGEST = 900;
  private static final String GAPS = Sql.of(Proposals.class, "gaps.sql");
  private static final String REPORT = "limits-proposal";
  private static final String OF_ALL = Sql.of(Proposals.class, "gaps-of-all.sql");
  private static final String COLUMNS =
      "kind text, customers bigint, repeaters bigint, median_gap numeric";

  /** What the data say of a kind. */
  record Gaps(String kind, long customers, long repeaters, @Nullable BigDecimal medianGap) {}

  private final JdbcClient jdbc;
  private final KeptRows rows;

  Proposals(JdbcClient jdbc, KeptRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Keeps what the data say of everybody as of this day; 1 when it is something else. */
  int keep(LocalDate day) {
    return rows.keep(REPORT, day, OF_ALL, Map.of());
  }

  /** The general profile by what was kept last; empty before. */
  Optional<Profile> kept(LimitsByKind limits) {
    return rows.rows(REPORT, COLUMNS, Gaps.class).stream()
        .findFirst()
        .map(gaps -> profile(gaps, limits));
  }

  /** The general profile first, then the kinds by their names. */
  List<Profile> profiles(LimitsByKind limits) {
    var profiles = new LinkedHashMap<String, Profile>();
    jdbc.sql(GAPS)
        .query(Gaps.class)
        .list()
        .forEach(gaps -> profiles.put(gaps.kind(), profile(gaps, limits)));
    limits.byKind().keySet().stream()
        .sorted()
        .filter(kind -> !profiles.containsKey(kind))
        .forEach(kind -> profiles.put(kind, unused(kind, limits)));
    return new ArrayList<>(profiles.values());
  }

  private static Profile profile(Gaps gaps, LimitsByKind limits) {
    var gap = gaps.medianGap();
    var known = gap == null || gaps.repeaters() < FEWEST ? null : Math.round(gap.floatValue());
    return new Profile(
        gaps.kind(),
        limits.of(gaps.kind()),
        limits.own(gaps.kind()),
        gaps.customers(),
        gaps.repeaters(),
        known,
        known == null ? null : classes(known));
  }

  private static Profile unused(String kind, LimitsByKind limits) {
    return new Profile(kind, limits.of(kind), true, 0, 0, null, null);
  }

  /** 34 → 45, 90, 180. */
  static List<Integer> classes(int medianGap) {
    int first = (medianGap * 4 + 3 * STEP / 2) / (3 * STEP) * STEP;
    int fitting = Math.min(LONGEST, Math.max(STEP, first));
    return List.of(fitting, 2 * fitting, 4 * fitting);
  }
}
