package dev.winback.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The number of this node's last announcement, noted in a file beside it before the dot: a database
 * that knows of fewer has lost announcements (a backup was restored), its planned letters may have
 * left already, and nothing is sent until a person has confirmed.
 */
@Component
class Announcements {

  private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

  private final JdbcClient jdbc;
  private @Nullable Path file;
  private long last;
  private boolean unnoted;

  Announcements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  synchronized void noteIn(Path noted) {
    try {
      last = Files.exists(noted) ? Long.parseLong(Files.readString(noted).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(noted + " should hold one number", e);
    }
    file = noted;
  }

  /** True when this database lacks announcements that this node has made. */
  boolean missing() {
    long own = last();
    if (own == 0) {
      return false;
    }
    return jdbc.sql(
                """
                update relay set noted = greatest(noted, :own)
                 where :own > greatest(confirmed, coalesce((select max(announcement) from letter), 0))
                """)
            .param("own", own)
            .update()
        > 0;
  }

  /** The last that this node has announced and noted; 0: it notes none. */
  synchronized long last() {
    return file == null ? 0 : last;
  }

  /** The last one could not be noted: a restored backup of this moment would look whole. */
  synchronized boolean unnoted() {
    return unnoted;
  }

  /** Noted when the announcement has been committed and before the dot follows. */
  void made(long number) {
    if (last() == 0 && file() == null) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            note(number);
          }
        });
  }

  private synchronized @Nullable Path file() {
    return file;
  }

  private synchronized void note(long number) {
    if (number <= last || file == null) {
      return;
    }
    last = number;
    try {
      Files.writeString(
          file, "%019d%n".formatted(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      unnoted = false;
    } catch (IOException e) {
      unnoted = true;
      LOG.warn("The last announcement cannot be noted in {}", file, e);
    }
  }
}
