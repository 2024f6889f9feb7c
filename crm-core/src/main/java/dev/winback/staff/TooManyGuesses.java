package dev.winback.staff;

/** The password was not looked at: there were enough in the last hour, or others wait already. */
public class TooManyGuesses extends RuntimeException {

  private final boolean busy;

  TooManyGuesses(boolean busy) {
    super(busy ? "too many at once" : "too many in an hour");
    this.busy = busy;
  }

  /** Nobody has counted it: another moment will do. */
  public boolean busy() {
    return busy;
  }
}
