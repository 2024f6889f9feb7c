package dev.winback.customer;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A number by which a fact names its customer, with the newest moment of what is told of him; null
 * where none counts.
 */
public record Named(String customer, @Nullable Instant newest) {

  static String[] refs(Collection<Named> named) {
    return named.stream().map(Named::customer).toArray(String[]::new);
  }

  static @Nullable String[] moments(Collection<Named> named) {
    return named.stream()
        .map(one -> one.newest() == null ? null : one.newest().toString())
        .toArray(String[]::new);
  }
}
