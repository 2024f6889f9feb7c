package dev.winback.letter;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which language the program itself speaks in a letter and behind its links: that of the
 * letter's words, or the firm's where they are everybody's.
 */
@Service
@Transactional(readOnly = true)
public class LetterLanguages {

  /** Those in which the program knows the words of a letter, the most read first. */
  public static final List<String> KNOWN = List.of("en", "de", "es", "fr", "it", "nl", "pl");

  private static final String OF =
      """
      select coalesce(t.language, f.letter_language)
        from letter l
        join template t on t.id = coalesce(l.written_with, l.template_id)
       cross join firm f
       where\s""";

  private final JdbcClient jdbc;

  LetterLanguages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** That of words which are everybody's. */
  public String firm() {
    return jdbc.sql("select letter_language from firm").query(String.class).single();
  }

  public String of(LetterId letter) {
    return of("l.id = ?", letter.value());
  }

  /** Of the letter that invites to a survey. */
  public String ofInvitation(long invitation) {
    return of("l.invitation_id = ? order by l.id desc limit 1", invitation);
  }

  private String of(String which, long id) {
    return jdbc.sql(OF + which).param(id).query(String.class).optional().orElseGet(this::firm);
  }
}
