package dev.winback.importing;

import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * How files were written of which rows came back: a few corrected rows rarely prove the order of
 * their dates or their decimal sign, and the file did.
 */
@Component
class FirstFiles {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  FirstFiles(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Of the newest run under these columns that gave rows back. */
  Optional<Notation> of(Header header) {
    return jdbc.sql(
            """
            select format from import_run
            where header = :header::jsonb and rejected > 0 and format is not null
            order by id desc limit 1
            """)
        .param("header", header.json(json))
        .query(String.class)
        .optional()
        .map(text -> Objects.requireNonNull(Recognised.of(text)).notation());
  }
}
