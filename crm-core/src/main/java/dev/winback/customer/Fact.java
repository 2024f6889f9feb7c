package dev.winback.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a customer as somebody reports it: identified by source and own id,
 * the customer by one of his numbers.
 */
public interface Fact {

  /** Line of the file, or position in the call. */
  long line();

  String customer();

  String source();

  String externalId();

  /** When it happened; a person has no time. */
  default @Nullable Instant time() {
    return null;
  }

  /** The source's own time of this version: an older one that arrives later changes nothing. */
  default @Nullable Instant toldAt() {
    return null;
  }

  /** Which of the table's optional columns were said, in their order; the others stay. */
  default long givenBits() {
    return 0;
  }
}
