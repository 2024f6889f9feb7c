package dev.winback.mail;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An answer is worth more than one try: unrecorded it makes a letter in doubt. Also at the stop of
 * the node, whose threads are interrupted: an interrupted one gets no connection.
 */
final class Tries {

  private static final int MOST = 5;

  /** Between the first two, in milliseconds; then twice as long each time. */
  private static final long WAIT = 100;

  private Tries() {}

  static void of(Runnable record) {
    boolean stopping = false;
    try {
      for (int tries = 1; ; tries++) {
        stopping |= Thread.interrupted();
        if (recorded(record, tries == MOST)) {
          return;
        }
        rest(WAIT << (tries - 1));
      }
    } finally {
      if (stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean recorded(Runnable record, boolean last) {
    try {
      record.run();
      return true;
    } catch (DataAccessException | TransactionException e) {
      if (last) {
        throw e;
      }
      return false;
    }
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
