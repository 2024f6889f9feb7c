package dev.winback.worth;

import dev.winback.customer.Ways;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what is known of losses: the open ones slice by slice, one, and those with an outcome. */
@Component
class Cases {

  private static final String CASES = Sql.of(Cases.class, "cases.sql");

  /** A slice in the order of keys. */
  private static final String OPEN =
      now(
          """
          l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') and c.erased_at is null and l.id > :after
          order by l.id limit :size""");

  private static final String ONE = now("l.id = :lapse");
  private static final String SOME = now("l.id = any (cast(:lapses as bigint[]))");
  private static final String SPENT = Sql.of(Cases.class, "spent.sql");
  private static final String OUTCOMES = with("moments-outcomes.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final boolean softOptIn;

  Cases(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    softOptIn = settings.mail().softOptIn();
  }

  private static String now(String which) {
    return Ways.in(with("moments-now.sql")).replace("/*which*/", which);
  }

  private static String with(String moments) {
    return CASES.replace("/*moments*/", Sql.of(Cases.class, moments));
  }

  /** The open losses after this one in the order of their keys. */
  List<CaseRow> open(LocalDate day, long after, int size) {
    return list(of(OPEN, day).param("after", after).param("size", size));
  }

  Optional<CaseRow> one(LapseId lapse, LocalDate day) {
    return of(ONE, day).param("lapse", lapse.value()).query(CaseRow.class).optional();
  }

  List<CaseRow> some(List<LapseId> lapses, LocalDate day) {
    return list(of(SOME, day).param("lapses", Sql.array(lapses, LapseId::value)));
  }

  /** Losses as they were when first asked, 13 weeks and more before this day. */
  List<CaseRow> outcomes(LocalDate day) {
    return list(of(OUTCOMES, day));
  }

  record Touches(int calls, int letters) {}

  /** What was done for one loss up to now. */
  Touches touches(LapseId lapse) {
    return jdbc.sql(SPENT).param("lapse", lapse.value()).query(Touches.class).single();
  }

  private StatementSpec of(String sql, LocalDate day) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("zone", clock.getZone().getId())
        .param("softOptIn", softOptIn);
  }

  private static List<CaseRow> list(StatementSpec statement) {
    return statement.query(CaseRow.class).list();
  }
}
