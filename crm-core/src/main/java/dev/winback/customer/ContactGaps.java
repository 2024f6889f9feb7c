package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many customers nobody can reach, as the night or the last large load counted them. */
@Service
@Transactional
public class ContactGaps {

  private static final String COUNT = Sql.of(ContactGaps.class, "contact-gap.sql");
  private static final String KEPT =
      """
      select g.customers, g.unreachable
      from report_kept k cross join jsonb_to_recordset(k.rows) g (customers bigint, unreachable bigint)
      where k.report = 'contact-gap'""";

  /** A load of less than a hundredth of the customers does not change the picture. */
  private static final long PART = 100;

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  ContactGaps(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Counts everybody as of this day; 1 when something else is kept than before. */
  public long settle(LocalDate day) {
    return jdbc.sql(COUNT).param("day", day).update();
  }

  /** After a load that wrote so many rows. */
  public void loaded(long rows) {
    if (rows > 0 && kept().map(gap -> rows * PART >= gap.customers()).orElse(true)) {
      settle(clock.today());
    }
  }

  /** Empty when there is nothing to say: too few of them, or nobody has counted yet. */
  @Transactional(readOnly = true)
  public Optional<ContactGap> wide() {
    return kept().filter(ContactGap::wide);
  }

  private Optional<ContactGap> kept() {
    return jdbc.sql(KEPT).query(ContactGap.class).optional();
  }
}
