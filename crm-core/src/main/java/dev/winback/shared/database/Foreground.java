package dev.winback.shared.database;

import org.jspecify.annotations.Nullable;

/**
 * What a thread does while somebody waits for it: his statements have limits that the night, an
 * import or a download must not have.
 */
public enum Foreground {
  /** A page that is looked at. */
  LOOK,
  /** Something that is done, in one request. */
  DEED;

  private static final ThreadLocal<@Nullable Foreground> HERE = new ThreadLocal<>();

  /** A piece of work that may fail in its own way. */
  public interface Work<A extends Exception, B extends Exception> {

    void run() throws A, B;
  }

  /** Works under the limits of this kind, on this thread alone. */
  public <A extends Exception, B extends Exception> void run(Work<A, B> work) throws A, B {
    HERE.set(this);
    try {
      work.run();
    } finally {
      HERE.remove();
    }
  }

  static @Nullable Foreground here() {
    return HERE.get();
  }
}
