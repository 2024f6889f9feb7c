package dev.winback.signal;

import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  private final JdbcClient jdbc;

  Proposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The general profile first, then the kinds by their names. */
  List<Profile> profiles(LimitsByKind limits) {
    var profiles = new LinkedHashMap<String, Profile>();
    jdbc.sql(GAPS)
        .query(
            row -> {
              var profile = profile(row, limits);
              profiles.put(profile.kind(), profile);
            });
    limits.byKind().keySet().stream()
        .sorted()
        .filter(kind -> !profiles.containsKey(kind))
        .forEach(kind -> profiles.put(kind, unused(kind, limits)));
    return new ArrayList<>(profiles.values());
  }

  private static Profile profile(ResultSet row, LimitsByKind limits) throws SQLException {
    var kind = row.getString("kind");
    long repeaters = row.getLong("repeaters");
    var gap = row.getBigDecimal("median_gap");
    var known = gap == null || repeaters < FEWEST ? null : Math.round(gap.floatValue());
    return new Profile(
        kind,
        limits.of(kind),
        limits.own(kind),
        row.getLong("customers"),
        repeaters,
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
