package dev.winback.mail;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** An answer is worth more than one try: unrecorded it makes a letter in doubt. */
final class Tries {

  private static final int MOST = 5;

  /** Between the first two, in milliseconds; then twice as long each time. */
  private static final long WAIT = 100;

  private Tries() {}

  static void of(Runnable record) {
    for (int tries = 1; ; tries++) {
      try {
        record.run();
        return;
      } catch (DataAccessException | TransactionException e) {
        if (tries == MOST) {
          throw e;
        }
        rest(WAIT << (tries - 1));
      }
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
