package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pictures and downloads for letters (LET-16, LET-20): marketing keeps them, and whoever has the
 * address of one sees it.
 */
@Service
@Transactional
public class LetterFiles {

  private static final String LIST = Sql.of(LetterFiles.class, "files.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;

  LetterFiles(JdbcClient jdbc, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** What is sent to whoever asks for its address. */
  public record Content(String name, FileKind kind, byte[] bytes) {}

  /** The newest first, without those that were removed. */
  @Transactional(readOnly = true)
  public List<LetterFile> all(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return jdbc.sql(LIST).param("id", null).query((row, n) -> file(row)).list();
  }

  /** Asked before an upload is read. */
  public static void requireSmall(long bytes) {
    if (bytes > CheckedFile.LARGEST) {
      throw Refused.field("file", "letter.refused.file.large", CheckedFile.LARGEST / 1_000_000);
    }
  }

  /**
   * Keeps what was uploaded under a name of its own; the same content again is the same file. Its
   * words are read where a picture is not seen.
   */
  public LetterFile add(String fileName, String words, byte[] upload, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var said = FileWords.checked(words);
    var content = CheckedFile.of(upload);
    var address = FileWords.address(content.content());
    jdbc.sql("select from firm for update").query((row, n) -> n).single();
    var known = idOf(address);
    if (known != null) {
      return backAgain(known, actor);
    }
    var id = insert(free(FileWords.name(fileName)), said, content, address, actor);
    audit.note(actor, "add", "letter-file", id, Map.of("kind", content.kind().code()));
    return one(id);
  }

  private @Nullable Long idOf(String address) {
    return jdbc.sql("select id from letter_file where address = :address")
        .param("address", address)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private LetterFile backAgain(long id, Actor actor) {
    if (one(id).removed()) {
      restore(id, actor);
    }
    return one(id);
  }

  /** A name is given once: what an earlier letter showed stays what it was. */
  private String free(String name) {
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

  private long insert(String name, String words, CheckedFile content, String address, Actor actor) {
    boolean shown = content.kind().picture();
    return jdbc.sql(
            """
            insert into letter_file (name, words, kind, width, height, content, address, added_by, added_at)
            values (:name, :words, :kind, :width, :height, :content, :address, :member, :now) returning id
            """)
        .param("name", name)
        .param("words", words)
        .param("kind", content.kind().code())
        .param("width", shown ? content.width() : null)
        .param("height", shown ? content.height() : null)
        .param("content", content.content())
        .param("address", address)
        .param("member", actor.member())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Nobody sees it any more, in letters that have left either; refused while words have it. */
  public LetterFile remove(long id, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var file = one(id);
    int used = file.rungs().size();
    if (used > 0) {
      throw new Refused("letter.refused.file.used", file.name(), used);
    }
    jdbc.sql("update letter_file set removed_at = :now where id = :id and removed_at is null")
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.note(actor, "remove", "letter-file", id, Map.of());
    return file;
  }

  /** The undo of it. */
  public void restore(long id, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    one(id);
    jdbc.sql("update letter_file set removed_at = null where id = :id").param("id", id).update();
    audit.note(actor, "restore", "letter-file", id, Map.of());
  }

  private LetterFile one(long id) {
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

  /** Asked by anybody, and nobody is told who asked. */
  @Transactional(readOnly = true)
  public Optional<Content> content(String address) {
    return jdbc.sql(
            """
            select name, kind, content from letter_file where address = :address and removed_at is null
            """)
        .param("address", address)
        .query(
            (row, n) ->
                new Content(
                    row.getString("name"),
                    FileKind.ofCode(row.getString("kind")),
                    row.getBytes("content")))
        .optional();
  }
}
