package dev.winback.inbox;

import dev.winback.customer.CustomerId;
import dev.winback.letter.LetterId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The letter that something speaks of, to which mailbox it went; of nobody: he is erased. */
record Match(long letter, @Nullable Long customer, @Nullable String address) {

  Optional<CustomerId> who() {
    return Optional.ofNullable(customer).map(CustomerId::new);
  }

  LetterId id() {
    return new LetterId(letter);
  }
}
