package dev.winback.prompt;

import dev.winback.letter.PromptKind;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many customers news reach: one audience, and all of a day. */
@Component
class NewsReaders {

  private static final String COUNT = around("news-readers.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  NewsReaders(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A statement file with the condition of the audience in the place of its mark. */
  static String around(String file) {
    var audience = Sql.of(NewsReaders.class, "news-audience.sql");
    return Sql.of(NewsReaders.class, file).replace("/*audience*/", audience);
  }

  long count(PromptKind kind, Audience audience) {
    return jdbc.sql(COUNT)
        .param("audience", audience.code())
        .param("rung", kind.rung())
        .param("zone", clock.getZone().getId())
        .query(Long.class)
        .single();
  }

  /** Many small audiences are a large one. */
  long today(PromptKind kind) {
    return jdbc.sql(
            """
            select coalesce(sum(readers), 0) from news
             where rung = :rung and withdrawn_at is null and published_at >= :since
            """)
        .param("rung", kind.rung())
        .param("since", clock.today().atStartOfDay(clock.getZone()).toOffsetDateTime())
        .query(Long.class)
        .single();
  }
}
