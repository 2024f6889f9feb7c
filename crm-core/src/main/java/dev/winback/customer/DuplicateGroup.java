package dev.winback.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers who share a value: {@code kind} is email, phone or name, {@code mark} stands for the
 * value in addresses; at most ten of the {@code size} members are listed.
 */
public record DuplicateGroup(
    String kind, String key, String mark, int size, boolean alike, List<Member> members) {

  /** One of them. */
  public record Member(
      String ref,
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String city) {}

  /** The value as people write it; of name and place as the first of them does. */
  public String shown() {
    var first = members.get(0);
    return kind.equals("name") ? first.name() + ", " + first.city() : key;
  }

  /** How sure it is that they are one person, as a word. */
  public String confidence() {
    if (size > 5) {
      return "shared";
    }
    if (kind.equals("email")) {
      return alike ? "sure" : "likely";
    }
    return kind.equals("phone") && alike ? "likely" : "possible";
  }
}
