package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kept pictures and downloads as they stand in the database. */
@Component
class FileRows {

  private static final String LIST = Sql.of(FileRows.class, "files.sql");
  private static final String WAITING = Sql.of(FileRows.class, "file-waiting.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  FileRows(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<LetterFile> all() {
    return jdbc.sql(LIST).param("id", null).query((row, n) -> file(row)).list();
  }

  LetterFile one(long id) {
    return jdbc.sql(LIST)
        .param("id", id)
        .query((row, n) -> file(row))
        .optional()
        .orElseThrow(() -> new NotFound("letter-file"));
  }

  private static LetterFile file(ResultSet row) throws SQLException {
    return new LetterFile(
        row.getLong("id"),
        row.getString("name"),
        row.getString("words"),
        FileKind.ofCode(row.getString("kind")),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getLong("size"),
        row.getString("address"),
        row.getBoolean("removed"),
        Arrays.asList((Integer[]) row.getArray("rungs").getArray()));
  }

  /** One upload after the other, so that a name and an address are given once. */
  void lock() {
    jdbc.sql("select from firm for update").query((row, n) -> n).single();
  }

  @Nullable Long idOf(String address) {
    return jdbc.sql("select id from letter_file where address = :address")
        .param("address", address)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /** A name is given once: what an earlier letter showed stays what it was. */
  String free(String name) {
    var taken =
        jdbc.sql("select name from letter_file where starts_with(name, :name)")
            .param("name", name)
            .query(String.class)
            .set();
    int number = 1;
    var free = name;
    while (taken.contains(free)) {
      number++;
      free = name + "-" + number;
    }
    return free;
  }

  long insert(String name, String words, CheckedFile content, String address) {
    boolean shown = content.kind().picture();
    return jdbc.sql(
            """
            insert into letter_file (name, words, kind, width, height, content, address)
            values (:name, :words, :kind, :width, :height, :content, :address) returning id
            """)
        .param("name", name)
        .param("words", words)
        .param("kind", content.kind().code())
        .param("width", shown ? content.width() : null)
        .param("height", shown ? content.height() : null)
        .param("content", content.content())
        .param("address", address)
        .query(Long.class)
        .single();
  }

  void describe(long id, String words) {
    jdbc.sql("update letter_file set words = :words where id = :id")
        .param("id", id)
        .param("words", words)
        .update();
  }

  void remove(long id) {
    jdbc.sql("update letter_file set removed_at = :now where id = :id and removed_at is null")
        .param("id", id)
        .param("now", clock.utc())
        .update();
  }

  void restore(long id) {
    jdbc.sql("update letter_file set removed_at = null where id = :id").param("id", id).update();
  }

  /** Whether a letter that has not left, or perhaps not, has it in its words. */
  boolean waiting(String name) {
    return jdbc.sql(WAITING).param("name", name).query(Boolean.class).single();
  }
}
