package dev.winback.lapse;

import dev.winback.staff.Seniority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A loss to be given to somebody, with what the rules go by; nobody to give it to has a reason. */
record Waiting(long lapse, Set<Long> blamed, boolean seniorOnly, boolean forNovices) {

  static Waiting of(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getLong("id"),
        Set.copyOf(Arrays.asList((Long[]) row.getArray("blamed").getArray())),
        row.getBoolean("senior_only"),
        row.getBoolean("for_novices"));
  }

  EnumSet<AssignmentRule> broken(Workload rep) {
    var broken = EnumSet.noneOf(AssignmentRule.class);
    add(broken, AssignmentRule.LOST_HIM, blamed.contains(rep.member()));
    add(broken, AssignmentRule.NEEDS_SENIOR, seniorOnly && rep.seniority() != Seniority.SENIOR);
    add(broken, AssignmentRule.NOVICE, !forNovices && rep.seniority() == Seniority.NOVICE);
    add(broken, AssignmentRule.NO_CAPACITY, rep.capacity() == 0);
    return broken;
  }

  private static void add(Set<AssignmentRule> rules, AssignmentRule rule, boolean holds) {
    if (holds) {
      rules.add(rule);
    }
  }

  @Nullable Workload least(Collection<Workload> reps) {
    return reps.stream()
        .filter(rep -> broken(rep).isEmpty())
        .min(Workload.LEAST_FIRST)
        .orElse(null);
  }

  /**
   * Why none of them may have it, as exactly as a manager has to know it (message {@code queue.}).
   */
  String reason(Collection<Workload> reps) {
    if (reps.isEmpty()) {
      return "no-rep";
    }
    if (all(reps, rep -> blamed.contains(rep.member()))) {
      return "only-losers";
    }
    boolean enough = !all(reps, rep -> !ripe(rep));
    if (seniorOnly) {
      return enough ? "seniors-lost-him" : "no-senior";
    }
    return enough ? "only-novices-left" : "only-novices";
  }

  /** Experienced enough, whoever lost the customer. */
  private boolean ripe(Workload rep) {
    var broken = broken(rep);
    return !broken.contains(AssignmentRule.NEEDS_SENIOR) && !broken.contains(AssignmentRule.NOVICE);
  }

  private static boolean all(Collection<Workload> reps, Predicate<Workload> what) {
    return reps.stream().allMatch(what);
  }
}
