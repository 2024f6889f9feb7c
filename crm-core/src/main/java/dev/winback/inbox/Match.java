package dev.winback.inbox;

import dev.winback.customer.CustomerId;
import dev.winback.letter.LetterId;
import org.jspecify.annotations.Nullable;

/** The letter that something speaks of, to which mailbox it went and of which rung it is. */
record Match(long letter, int rung, long customer, @Nullable String address) {

  CustomerId who() {
    return new CustomerId(customer);
  }

  LetterId id() {
    return new LetterId(letter);
  }
}
