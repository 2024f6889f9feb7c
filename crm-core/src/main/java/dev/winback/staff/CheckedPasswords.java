package dev.winback.staff;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sha256;
import dev.winback.shared.Sql;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The wrong checks of the last hour, counted before the password is looked at and given back when
 * it was right: a hundred at the same moment are no more than the limit.
 */
@Component
class CheckedPasswords {

  static final Duration WINDOW = Duration.ofHours(1);

  private static final String TAKE = Sql.of(CheckedPasswords.class, "password-take.sql");
  private static final String FORGET = Sql.of(CheckedPasswords.class, "password-forget.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  CheckedPasswords(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean full(String key, int most) {
    return jdbc.sql(
                """
                select count(*) from password_check, unnest(at) as t
                 where key = :key and t > :from and t < :to
                """)
            .param("key", Sha256.hex(key))
            .param("from", moment().minus(WINDOW))
            .param("to", moment().plus(WINDOW))
            .query(Integer.class)
            .single()
        >= most;
  }

  boolean take(String key, int most) {
    return jdbc.sql(TAKE)
            .param("key", Sha256.hex(key))
            .param("now", moment())
            .param("from", moment().minus(WINDOW))
            .param("to", moment().plus(WINDOW))
            .param("most", most)
            .update()
        > 0;
  }

  void giveBack(String key) {
    jdbc.sql(
            """
            update password_check set at = trim_array(at, 1) where key = :key and cardinality(at) > 0
            """)
        .param("key", Sha256.hex(key))
        .update();
  }

  void forgetOld() {
    jdbc.sql(FORGET).param("before", moment().minus(WINDOW)).update();
  }

  private OffsetDateTime moment() {
    return clock.utc();
  }
}
