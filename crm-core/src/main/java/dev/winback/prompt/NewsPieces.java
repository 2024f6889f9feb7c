package dev.winback.prompt;

import dev.winback.letter.PromptedLetters;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries published news to their readers, a piece of all customers at a time. */
@Component
class NewsPieces {

  /** Customers of one piece. */
  private static final int PIECE = 10_000;

  private static final String NEXT = NewsReaders.around("news-piece.sql");

  private final JdbcClient jdbc;
  private final PromptedLetters letters;
  private final BusinessClock clock;

  NewsPieces(JdbcClient jdbc, PromptedLetters letters, BusinessClock clock) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.clock = clock;
  }

  private record Open(long id, long reached) {}

  /** Prompts without a letter, and those that were taken over with theirs. */
  private record Piece(@Nullable Long reached, long seen, String prompts, String again) {

    static List<Long> ids(String array) {
      var inside = array.substring(1, array.length() - 1);
      return inside.isEmpty()
          ? List.of()
          : Arrays.stream(inside.split(",")).map(Long::valueOf).toList();
    }
  }

  int work() {
    int written = 0;
    var open =
        jdbc.sql(
                """
                select id, reached from news where withdrawn_at is null and done_at is null order by id
                """)
            .query(Open.class)
            .list();
    for (var news : open) {
      written += carry(news);
    }
    return written;
  }

  private int carry(Open news) {
    var piece =
        jdbc.sql(Pieces.limited(NEXT, PIECE))
            .param("news", news.id())
            .param("reached", news.reached())
            .param("zone", clock.getZone().getId())
            .query(Piece.class)
            .single();
    jdbc.sql(
            """
            update news
               set reached = coalesce(:reached, reached), done_at = case when :last then :now::timestamptz end
             where id = :news
            """)
        .param("reached", piece.reached())
        .param("last", piece.seen() < PIECE)
        .param("now", clock.utc())
        .param("news", news.id())
        .update();
    letters.judge(Piece.ids(piece.again()));
    return letters.write(Piece.ids(piece.prompts()));
  }
}
