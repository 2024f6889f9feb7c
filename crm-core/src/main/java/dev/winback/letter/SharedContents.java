package dev.winback.letter;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What readers load, once for all of them: a letter has thousands at the same time, and each may be
 * slow.
 */
@Component
class SharedContents {

  /** In bytes; the one that was longest not asked for makes room. */
  static final long MOST = 64_000_000;

  private final JdbcClient jdbc;
  private final ReentrantLock one = new ReentrantLock();
  private final LinkedHashMap<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  SharedContents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(String name, String kind) {}

  /** Whether it was removed is asked each time, its content is not. */
  Optional<LetterFiles.Content> of(String address) {
    return jdbc.sql(
            "select name, kind from letter_file where address = :address and removed_at is null")
        .param("address", address)
        .query(Row.class)
        .optional()
        .flatMap(row -> with(row, address));
  }

  private Optional<LetterFiles.Content> with(Row row, String address) {
    return Optional.ofNullable(bytes(address))
        .map(
            bytes ->
                new LetterFiles.Content(row.name(), FileKind.ofCode(row.kind()), address, bytes));
  }

  /** Read by one at a time: who waits for it holds no connection. */
  private byte @Nullable [] bytes(String address) {
    one.lock();
    try {
      var known = kept.get(address);
      return known == null ? keep(address) : known;
    } finally {
      one.unlock();
    }
  }

  private byte @Nullable [] keep(String address) {
    var read =
        jdbc.sql("select content from letter_file where address = :address")
            .param("address", address)
            .query((row, n) -> row.getBytes("content"))
            .optional()
            .orElse(null);
    if (read != null) {
      kept.put(address, read);
      weight += read.length;
      makeRoom();
    }
    return read;
  }

  private void makeRoom() {
    var oldest = kept.values().iterator();
    while (weight > MOST) {
      weight -= oldest.next().length;
      oldest.remove();
    }
  }
}
