package dev.winback.staff;

import java.util.concurrent.Semaphore;

/**
 * Two passwords are hashed at once, on two cores one, so that a flood of guesses leaves a core
 * free; who waits gets his turn in order. Strangers wait in 16 places only: a known device has at
 * most that many before it, 3.2 seconds at 0.2 each.
 */
final class Turns {

  static final int PLACES = 16;
  private static final int MOST = 2;

  private final Semaphore places = new Semaphore(PLACES);
  private final Semaphore turns;

  Turns(int processors) {
    turns = new Semaphore(Math.max(1, Math.min(processors - 1, MOST)), true);
  }

  void take(boolean known) {
    if (known) {
      turns.acquireUninterruptibly();
      return;
    }
    if (!places.tryAcquire()) {
      throw new TooManyGuesses(true);
    }
    try {
      turns.acquireUninterruptibly();
    } finally {
      places.release();
    }
  }

  void leave() {
    turns.release();
  }
}
