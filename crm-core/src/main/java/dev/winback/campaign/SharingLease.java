package dev.winback.campaign;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One sharing of a campaign at a time: a second press while the first one works would give twice
 * and take back half. What a killed node had is free after five minutes.
 */
@Component
class SharingLease {

  private static final String TAKE = Sql.of(SharingLease.class, "take.sql");

  private final JdbcClient jdbc;

  SharingLease(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Refused while another one works. */
  int alone(long campaign, IntSupplier work) {
    if (jdbc.sql(TAKE).param("campaign", campaign).update() == 0) {
      requireThere(campaign);
      throw new Refused("campaign.refused.sharing");
    }
    try {
      return work.getAsInt();
    } finally {
      jdbc.sql("update campaign set share_until = null where id = :id")
          .param("id", campaign)
          .update();
    }
  }

  /** Five minutes more from each loss on, given or not: there may be thousands. */
  void hold(long campaign) {
    jdbc.sql(
            "update campaign set share_until = clock_timestamp() + interval '5 minutes' where id = :id")
        .param("id", campaign)
        .update();
  }

  private void requireThere(long campaign) {
    var there = jdbc.sql("select id from campaign where id = :id and removed_at is null");
    if (there.param("id", campaign).query(Long.class).optional().isEmpty()) {
      throw new NotFound("campaign");
    }
  }
}
