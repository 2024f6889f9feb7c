package dev.winback.letter;

import dev.winback.shared.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The breaker all nodes share: five failures in a row, or one refusal of our sender or password,
 * pause all sending for 30 s, then twice as long each time up to 15 minutes; after each pause one
 * letter tries.
 */
@Component
class Relay {

  /** Failures in a row that pause the sending. */
  static final int PATIENCE = 5;

  private static final String FAILED = Sql.of(Relay.class, "relay-failed.sql");

  private final JdbcClient jdbc;

  Relay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many letters may be claimed now: the batch, none while paused, one to try after a pause.
   */
  int allowance(int batch) {
    int failures =
        jdbc.sql(
                """
                select failures from relay
                 where noted is null and (paused_until is null or paused_until <= clock_timestamp())
                """)
            .query(Integer.class)
            .optional()
            .orElse(-1);
    if (failures < 0) {
      return 0;
    }
    return failures < PATIENCE ? batch : trial();
  }

  /** Nothing is claimed now, but for the letter that tries. */
  boolean rests() {
    return jdbc.sql(
            "select noted is not null or coalesce(paused_until > clock_timestamp(), false) from relay")
        .query(Boolean.class)
        .single();
  }

  /** One worker of one node tries; the others wait half a minute for what comes of it. */
  private int trial() {
    return jdbc.sql(
            """
            update relay set paused_until = clock_timestamp() + interval '30 seconds', trying = true
             where paused_until <= clock_timestamp()
            """)
        .update();
  }

  void works() {
    jdbc.sql(
            """
            update relay set failures = 0, paused_until = null, trying = false, needs_person = false, message = null
             where failures > 0 or needs_person
            """)
        .update();
  }

  /**
   * A refused sender or password counts as enough failures at once and asks for a person. What
   * other workers have under way when the pause begins says nothing new.
   */
  void failed(String message, boolean needsPerson) {
    jdbc.sql(FAILED)
        .param("person", needsPerson)
        .param("patience", PATIENCE)
        .param("message", message)
        .update();
  }

  /** A person has looked at what was lost: all that the nodes have noted counts as known. */
  void confirm() {
    jdbc.sql(
            """
            select setval('announcement', greatest(noted, (select last_value from announcement))) from relay
             where noted is not null
            """)
        .query(Long.class)
        .optional();
    jdbc.sql(
            "update relay set confirmed = greatest(confirmed, noted), noted = null where noted is not null")
        .update();
  }

  RelayState state() {
    return jdbc.sql(
            """
            select failures >= :patience as paused, needs_person, paused_until, message,
                   case when noted is null then 0
                        else greatest(1, noted - greatest(confirmed, coalesce((select max(announcement) from letter), 0))) end as missing
              from relay
            """)
        .param("patience", PATIENCE)
        .query(
            (row, n) ->
                new RelayState(
                    row.getBoolean("paused"),
                    row.getBoolean("needs_person"),
                    instant(row.getObject("paused_until", OffsetDateTime.class)),
                    row.getString("message"),
                    row.getLong("missing")))
        .single();
  }

  private static @org.jspecify.annotations.Nullable Instant instant(
      @org.jspecify.annotations.Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
