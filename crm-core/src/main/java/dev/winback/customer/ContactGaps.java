package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.KeptRows;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many customers nobody can reach, as the night or the last large load counted them. */
@Service
@Transactional
public class ContactGaps {

  private static final String COUNT = Sql.of(ContactGaps.class, "contact-gap.sql");
  private static final String REPORT = "contact-gap";

  /** A load of less than a hundredth of the customers does not change the picture. */
  private static final long PART = 100;

  private final KeptRows rows;
  private final BusinessClock clock;

  ContactGaps(KeptRows rows, BusinessClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Counts everybody as of this day; 1 when something else is kept than before. */
  public long settle(LocalDate day) {
    return rows.keep(REPORT, day, COUNT, Map.of());
  }

  /** After a load that wrote so many rows. */
  public void loaded(long written) {
    if (written > 0 && kept().map(gap -> written * PART >= gap.customers()).orElse(true)) {
      settle(clock.today());
    }
  }

  /** Empty when there is nothing to say: too few of them, or nobody has counted yet. */
  @Transactional(readOnly = true)
  public Optional<ContactGap> wide() {
    return kept().filter(ContactGap::wide);
  }

  private Optional<ContactGap> kept() {
    return rows.rows(REPORT, "customers bigint, unreachable bigint", ContactGap.class).stream()
        .findFirst();
  }
}
