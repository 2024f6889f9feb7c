package dev.winback.customer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody reports of a person at a customer: only the fields that were said. */
public record PersonEntry(
    long line,
    String customer,
    String source,
    String externalId,
    @Nullable Instant toldAt,
    Map<PersonField, @Nullable Object> said)
    implements Fact {

  @Override
  public long givenBits() {
    return said.keySet().stream().mapToLong(PersonField::bit).sum();
  }
}
