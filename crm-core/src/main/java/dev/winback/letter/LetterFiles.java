package dev.winback.letter;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pictures and downloads for letters (LET-16, LET-20): marketing keeps them, and whoever has the
 * address of one sees it.
 */
@Service
@Transactional
public class LetterFiles {

  /** Megabytes that a file may have. */
  public static final int LARGEST_MB = CheckedFile.LARGEST / 1_000_000;

  private final FileRows rows;
  private final SharedContents contents;
  private final LadderSwitch ladder;
  private final TransactionTemplate transaction;
  private final Audit audit;

  /** One at a time: decoded, a picture is a hundred times as large. */
  private final ReentrantLock one = new ReentrantLock();

  LetterFiles(
      FileRows rows,
      SharedContents contents,
      LadderSwitch ladder,
      TransactionTemplate transaction,
      Audit audit) {
    this.rows = rows;
    this.contents = contents;
    this.ladder = ladder;
    this.transaction = transaction;
    this.audit = audit;
  }

  /** What is sent to whoever asks for its address; its bytes are those of all readers. */
  public record Content(String name, FileKind kind, String address, byte[] bytes) {}

  /** Read only when it is known that whoever uploads it may. */
  @FunctionalInterface
  public interface Upload {
    byte[] read() throws IOException;
  }

  /** The newest first, without those that were removed. */
  @Transactional(readOnly = true)
  public List<LetterFile> all(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return rows.all();
  }

  /** Asked before an upload is read. */
  public static void requireSmall(long bytes) {
    if (bytes > CheckedFile.LARGEST) {
      throw Refused.field("file", "letter.refused.file.large", LARGEST_MB);
    }
  }

  /**
   * Keeps what was uploaded under a name of its own; the same content again is the same file. Its
   * words are read where a picture is not seen. It is looked into before a connection is taken:
   * that takes seconds, and waits for others.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public LetterFile add(String fileName, String words, Upload upload, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var said = FileWords.checked(words);
    var content = checked(upload);
    return Objects.requireNonNull(
        transaction.execute(status -> kept(fileName, said, content, actor)));
  }

  private CheckedFile checked(Upload upload) {
    one.lock();
    try {
      return CheckedFile.of(upload.read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      one.unlock();
    }
  }

  private LetterFile kept(String fileName, String words, CheckedFile content, Actor actor) {
    var address = FileWords.address(content.content());
    rows.lock();
    var known = rows.idOf(address);
    if (known != null) {
      return backAgain(rows.one(known), words, actor);
    }
    var name = rows.free(FileWords.name(fileName));
    var id = rows.insert(name, words, content, address);
    audit.note(actor, "add", "letter_file", id, Map.of("kind", content.kind().code()));
    return rows.one(id);
  }

  /** What was said of it last counts. */
  private LetterFile backAgain(LetterFile file, String words, Actor actor) {
    if (file.removed()) {
      restore(file.id(), actor);
    }
    if (!file.words().equals(words)) {
      rows.describe(file.id(), words);
      audit.note(actor, "change", "letter_file", file.id(), Map.of());
    }
    return rows.one(file.id());
  }

  /** Nobody gets it any more; refused while words have it that leave or may leave. */
  public LetterFile remove(long id, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    ladder.lock();
    var file = rows.one(id);
    int used = file.rungs().size();
    if (used > 0) {
      throw new Refused("letter.refused.file.used", file.name(), used);
    }
    if (rows.waiting(file.name())) {
      throw new Refused("letter.refused.file.waiting", file.name());
    }
    rows.remove(id);
    audit.note(actor, "remove", "letter_file", id, Map.of());
    return file;
  }

  /** The undo of it. */
  public void restore(long id, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    rows.one(id);
    rows.restore(id);
    audit.note(actor, "restore", "letter_file", id, Map.of());
  }

  /**
   * Asked by anybody, and nobody is told who asked. No connection is held meanwhile: many may wait
   * for one that is read.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Optional<Content> content(String address) {
    return contents.of(address);
  }
}
