package dev.winback.prompt;

import dev.winback.letter.PromptKind;
import dev.winback.letter.PromptedLetters;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many customers news reach: one audience, and all of a day. */
@Component
class NewsReaders {

  private static final String COUNT = around("news-readers.sql");

  private static final String SAMPLE = around("news-sample.sql");

  private final JdbcClient jdbc;
  private final PromptedLetters letters;
  private final BusinessClock clock;

  NewsReaders(JdbcClient jdbc, PromptedLetters letters, BusinessClock clock) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.clock = clock;
  }

  /** A statement file with the condition of the audience in the place of its mark. */
  static String around(String file) {
    var audience = Sql.of(NewsReaders.class, "news-audience.sql");
    return Sql.of(NewsReaders.class, file).replace("/*audience*/", audience);
  }

  /** Of many readers a thousand are looked at: the gate is asked about each by himself. */
  NewsOutlook outlook(PromptKind kind, Audience audience, long template) {
    var looked = asked(SAMPLE, kind, audience).query(Long.class).list();
    var reasons = letters.outlook(kind.rung(), "news-" + template, looked);
    return new NewsOutlook(count(kind, audience), looked.size(), reasons);
  }

  long count(PromptKind kind, Audience audience) {
    return asked(COUNT, kind, audience).query(Long.class).single();
  }

  private JdbcClient.StatementSpec asked(String sql, PromptKind kind, Audience audience) {
    return jdbc.sql(sql)
        .param("audience", audience.code())
        .param("rung", kind.rung())
        .param("zone", clock.getZone().getId());
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
