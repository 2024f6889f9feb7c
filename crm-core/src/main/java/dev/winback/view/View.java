package dev.winback.view;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list with its filter and order under a name: the address is path and query; {@code own} when it
 * is the reader's to change, by {@code owner} otherwise.
 */
public record View(
    long id,
    String name,
    String path,
    String query,
    boolean shared,
    int position,
    boolean own,
    @Nullable String owner,
    long version) {

  public String address() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** True when the words stand in its name. */
  public boolean named(String words) {
    return name.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
